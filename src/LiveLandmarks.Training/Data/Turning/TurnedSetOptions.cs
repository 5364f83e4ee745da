namespace LiveLandmarks.Training.Data.Turning;

/// <summary>What a data set of turned faces consists of.</summary>
public sealed record TurnedSetOptions
{
    /// <summary>Pictures to draw; the faces are used one after the other, and again from the first.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>The least that heads look to a side, in degrees from the camera, 0 to 90.</summary>
    public float LeastYaw { get; init; }

    /// <summary>The most of it.</summary>
    public float MostYaw { get; init; } = 90;

    /// <summary>The most that heads look up or down, in degrees.</summary>
    public float Pitch { get; init; } = 20;

    /// <summary>Probability that a head's expression changes, too.</summary>
    public float Expression { get; init; } = 0.4f;

    /// <summary>Chooses turns and expressions.</summary>
    public long Seed { get; init; } = 1;
}

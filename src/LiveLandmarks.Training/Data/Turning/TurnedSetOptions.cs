namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Options of a data set of turned faces.</summary>
public sealed record TurnedSetOptions
{
    /// <summary>Number of pictures to draw; the faces are used in turn, then again from the first.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>Smallest yaw to a side, in degrees from the camera, 0 to 90.</summary>
    public float MinYaw { get; init; }

    /// <summary>Largest yaw to a side, in degrees from the camera, 0 to 90.</summary>
    public float MaxYaw { get; init; } = 90;

    /// <summary>Largest pitch up or down, in degrees.</summary>
    public float Pitch { get; init; } = 20;

    /// <summary>Probability that a head's expression changes, too.</summary>
    public float Expression { get; init; } = 0.4f;

    /// <summary>Seed of the turns and expressions.</summary>
    public long Seed { get; init; } = 1;
}

namespace LiveLandmarks.Training.Data;

/// <summary>Options of a data set of drawn faces.</summary>
public sealed record SyntheticOptions
{
    /// <summary>Number of faces to train on.</summary>
    public int Train { get; init; } = 800;

    /// <summary>Number of faces to measure on.</summary>
    public int Test { get; init; } = 100;

    /// <summary>Side of a picture in pixels.</summary>
    public int Size { get; init; } = 256;

    /// <summary>Chooses the faces: the same seed gives the same files.</summary>
    public long Seed { get; init; } = 1;
}

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>How pictures of single faces become scenes for a face detector.</summary>
public sealed record SceneOptions
{
    /// <summary>The default augmentation of detectors: faces nearly upright, as cameras see them.</summary>
    public static Augmentation DefaultAugmentation { get; } = new() { Rotation = new Strength(0.7f, 25) };

    /// <summary>Scenes in a batch.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>Side of a scene in pixels.</summary>
    public int InputSize { get; init; } = 320;

    /// <summary>Side of the target map in cells.</summary>
    public int MapSize { get; init; } = 40;

    /// <summary>Files of pictures without faces, used as backgrounds; none for plain colors.</summary>
    public IReadOnlyList<string> Backgrounds { get; init; } = [];

    /// <summary>How faces are rotated and mirrored, and how scenes are augmented; the scenes themselves set place and size of
    /// faces.</summary>
    public Augmentation Augmentation { get; init; } = DefaultAugmentation;

    /// <summary>Seed of faces, places and augmentation: the same seed gives the same batches.</summary>
    public long Seed { get; init; }

    /// <summary>Probability that a cell of the scene's grid shows a picture with a face, not just the background.</summary>
    public float FaceChance { get; init; } = 0.75f;

    /// <summary>Probability that the scene has the black bars of a picture that is not square.</summary>
    public float BarChance { get; init; } = 0.5f;

    /// <summary>Smallest face in pixels of the scene, the mean of width and height.</summary>
    public float SmallestFace { get; init; } = 10;

    /// <summary>Number of threads that prepare batches. The content does not depend on it.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Batches prepared ahead.</summary>
    public int Prefetch { get; init; } = 4;
}

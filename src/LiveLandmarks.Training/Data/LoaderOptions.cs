using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data;

/// <summary>How faces become batches.</summary>
public sealed record LoaderOptions
{
    /// <summary>The crop of the models that this project ships; see their model cards.</summary>
    public static CropRule DefaultCrop { get; } = new(1.35f, 1.2f, 0.64f);

    /// <summary>Crops in a batch.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Side of a crop in pixels.</summary>
    public int InputSize { get; init; } = 256;

    /// <summary>Side of a heatmap in cells.</summary>
    public int MapSize { get; init; } = 64;

    /// <summary>Whether the boundary map follows the landmarks.</summary>
    public bool Boundary { get; init; } = true;

    /// <summary>Whether target centers are rounded to whole cells, as the reference implementation does.</summary>
    public bool QuantizedTargets { get; init; }

    /// <summary>The random changes of samples.</summary>
    public Augmentation Augmentation { get; init; } = new();

    /// <summary>The 3-D face model that turns faces; required if <see cref="Augmentation.Turn"/> has a chance above 0.</summary>
    public FaceModel? FaceModel { get; init; }

    /// <summary>How the crop relates to the face.</summary>
    public CropRule Crop { get; init; } = DefaultCrop;

    /// <summary>Seed of the order and the random changes: the same seed gives the same batches.</summary>
    public long Seed { get; init; }

    /// <summary>Whether every epoch has its own random order instead of the list's order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Over-samples rare poses; null leaves the data as they are.</summary>
    public PoseBalance? Balance { get; init; }

    /// <summary>How often the faces of a subset, such as <c>manual</c>, are used in an epoch; once for other subsets. Multiplies
    /// <see cref="Balance"/>.</summary>
    public IReadOnlyDictionary<string, int> Copies { get; init; } = new Dictionary<string, int>();

    /// <summary>Number of threads that prepare batches. The content does not depend on it.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Number of batches prepared ahead, which limits the number of threads that work at a time.</summary>
    public int Prefetch { get; init; } = 4;

    /// <summary>What is kept of the pictures in memory.</summary>
    public PictureCaching Caching { get; init; } = PictureCaching.Files;

    /// <summary>Largest number of bytes of pictures to keep.</summary>
    public long CacheBytes { get; init; } = 1L << 30;

    /// <summary>Whether a picture that cannot be read is replaced by the next one of the list and counted; otherwise it stops the
    /// training.</summary>
    public bool SkipBadPictures { get; init; }
}

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Crops and their targets, as flat arrays in the order of tensors. Rented from an <see cref="IBatchSource"/> and returned to it, which
/// overwrites the arrays later.
/// </summary>
public sealed class Batch
{
    /// <summary>Makes a batch of zeros.</summary>
    /// <param name="count">N, number of crops.</param>
    /// <param name="inputSize">S, side of a crop in pixels.</param>
    /// <param name="mapSize">Side of a heatmap in cells.</param>
    /// <param name="channels">C, number of heatmaps: one per landmark, and the boundary map last if the network has one.</param>
    public Batch(int count, int inputSize, int mapSize, int channels)
        : this(count, inputSize, mapSize, channels, points: false)
    {
    }

    private Batch(int count, int inputSize, int mapSize, int channels, bool points)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mapSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        (Count, InputSize, MapSize, Channels) = (count, inputSize, mapSize, channels);
        Images = new float[count * 3 * inputSize * inputSize];
        Heatmaps = points ? [] : new float[count * channels * mapSize * mapSize];
        Weights = new float[Heatmaps.Length];
    }

    /// <summary>N, number of crops.</summary>
    public int Count { get; }

    /// <summary>S, side of a crop in pixels.</summary>
    public int InputSize { get; }

    /// <summary>Side of a heatmap in cells.</summary>
    public int MapSize { get; }

    /// <summary>C, number of heatmaps, including the boundary map.</summary>
    public int Channels { get; }

    /// <summary>Whether the batch has <see cref="Points"/> instead of <see cref="Heatmaps"/>.</summary>
    public bool HasPoints => Points.Length > 0;

    /// <summary>[N, 3, S, S]: RGB, 0 to 1.</summary>
    public float[] Images { get; }

    /// <summary>[N, C, map, map]: targets, 0 to 1; empty if the batch has points.</summary>
    public float[] Heatmaps { get; }

    /// <summary>[N, C, map, map]: 1 where the loss counts more (W = 10 in the paper), else 0; empty if the batch has points.</summary>
    public float[] Weights { get; }

    /// <summary>[N, landmarks, 3]: x and y in cells of a heatmap, and the height of its peak, 0 to 1; empty if the batch has
    /// heatmaps.</summary>
    public float[] Points { get; private init; } = [];

    /// <summary>[N, map, map]: the boundary map's target if the batch has points; empty if the network has no boundary map.</summary>
    public float[] Boundary { get; private init; } = [];

    /// <summary>Makes a batch whose heatmaps are drawn on the device where the network learns, from a hundredth of their data.</summary>
    /// <param name="count">N, number of crops.</param>
    /// <param name="inputSize">S, side of a crop in pixels.</param>
    /// <param name="mapSize">Side of a heatmap in cells.</param>
    /// <param name="landmarks">Number of landmarks.</param>
    /// <param name="boundary">Whether the network has a boundary map.</param>
    public static Batch OfPoints(int count, int inputSize, int mapSize, int landmarks, bool boundary) =>
        new(count, inputSize, mapSize, landmarks + (boundary ? 1 : 0), points: true)
        {
            Points = new float[count * landmarks * 3],
            Boundary = boundary ? new float[count * mapSize * mapSize] : [],
        };
}

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The shape of a <see cref="StackedHourglass"/>, or, with <see cref="Compact"/>, of a <see cref="CompactNetwork"/>. The defaults are the
/// network that the AWing authors published for WFLW.
/// </summary>
public sealed record StackedHourglassOptions
{
    /// <summary>Number of landmarks, one heatmap each.</summary>
    public int Landmarks { get; init; } = 98;

    /// <summary>Features inside the hourglasses, a multiple of 16: 256 in the paper; 64 to 128 for CPUs.</summary>
    public int Width { get; init; } = 256;

    /// <summary>Number of hourglasses, 1 to 4; each refines the heatmaps of the previous one.</summary>
    public int Stacks { get; init; } = 4;

    /// <summary>How often an hourglass halves its maps, 1 to 4.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>
    /// Whether each hourglass also predicts a map of the face's boundary curves, as the last channel, which tells the next hourglass
    /// where coordinates count.
    /// </summary>
    public bool Boundary { get; init; } = true;

    /// <summary>Blocks designed for CPUs, which ignore <see cref="Width"/>; null for the published blocks.</summary>
    public CompactBlocks? Compact { get; init; }

    /// <summary>Number of heatmaps: one per landmark, and the boundary map if there is one.</summary>
    public int Channels => Landmarks + (Boundary ? 1 : 0);

    /// <summary>An input's sides must be multiples of this: the stem quarters them, and the hourglass halves them <see cref="Depth"/>
    /// times.</summary>
    public int InputMultiple => 4 << Depth;

    /// <summary>Makes the network with random weights, drawn from torch's global generator.</summary>
    /// <exception cref="ArgumentException">A number of the shape is out of its range.</exception>
    public HeatmapNetwork Create() => Compact is null ? new StackedHourglass(this) : new CompactNetwork(this);

    /// <summary>Throws unless every number is in its range.</summary>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Landmarks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Width % 16, 0, nameof(Width));
        ArgumentOutOfRangeException.ThrowIfLessThan(Stacks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Stacks, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(Depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Depth, 4);
        Compact?.Validate(Depth);
    }
}

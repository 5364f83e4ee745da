namespace LiveLandmarks.Training.Network;

/// <summary>
/// Blocks designed for CPUs, in place of the published ones: every convolution is followed by a normalization, which the export folds into
/// it, and paths are added instead of concatenated, so that ONNX Runtime keeps its blocked layout from the first layer to the last.
/// </summary>
public sealed record CompactBlocks
{
    private const int MaxRepeats = 4, LargestExpansion = 6;

    /// <summary>The layers of a block.</summary>
    public BlockKind Kind { get; init; } = BlockKind.Bottleneck;

    /// <summary>Features of the first convolution, at half the input's size; the second convolution, at a quarter, has twice as many. A
    /// multiple of 8.</summary>
    public int Stem { get; init; } = 16;

    /// <summary>Features of each level of an hourglass, from the outermost to the bottom: one more than the hourglass's depth. Multiples of
    /// 8.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [48, 64, 96, 128, 128];

    /// <summary>Features that the heatmaps are computed from, a multiple of 8.</summary>
    public int Head { get; init; } = 64;

    /// <summary>How many times wider the middle of an inverted block is, 1 to 6; bottlenecks ignore it.</summary>
    public int Expansion { get; init; } = 2;

    /// <summary>Blocks in a row at every place inside the hourglass, 1 to 4.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Throws unless every number is in its range.</summary>
    /// <param name="depth">How often the hourglass halves its maps.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public void Validate(int depth)
    {
        if (!Enum.IsDefined(Kind))
            throw new ArgumentException($"There is no block {Kind}.");
        if (Widths.Count != depth + 1)
            throw new ArgumentException(
                $"{Widths.Count} widths for an hourglass of depth {depth}; there must be {depth + 1}.", nameof(depth));
        foreach (var features in Widths.Append(Stem).Append(Head))
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
            ArgumentOutOfRangeException.ThrowIfNotEqual(features % 8, 0, nameof(features));
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(Expansion, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Expansion, LargestExpansion);
        ArgumentOutOfRangeException.ThrowIfLessThan(Repeats, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Repeats, MaxRepeats);
    }
}

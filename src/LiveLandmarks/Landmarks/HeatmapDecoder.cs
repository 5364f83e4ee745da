using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using LiveLandmarks.Models;

namespace LiveLandmarks.Landmarks;

/// <summary>Converts each heatmap to a point.</summary>
/// <param name="size">Side of a heatmap in cells.</param>
/// <param name="inputSize">Side of the crop in pixels.</param>
/// <param name="decoding">How the peak is converted to a point.</param>
public sealed class HeatmapDecoder(int size, int inputSize, HeatmapDecoding decoding)
{
    /// <summary>Lower bound of heatmap values, so that their logarithms stay finite.</summary>
    public const float Floor = 1e-6f;

    /// <summary>Largest distance of a peak from its cell, in cells.</summary>
    public const float FarthestOffset = 0.5f;

    /// <summary>Offset towards the higher neighbor with <see cref="HeatmapDecoding.QuarterOffset"/>, in cells.</summary>
    public const float Quarter = 0.25f;

    private readonly HeatmapGrid grid = new(inputSize, size);
    private readonly MeanShift? meanShift = decoding == HeatmapDecoding.MeanShift ? new MeanShift(size) : null;

    /// <summary>Decodes the heatmaps of one face.</summary>
    /// <param name="heatmaps">At least one map per landmark, row by row.</param>
    /// <param name="toImage">The transform from crop pixels to image pixels.</param>
    /// <param name="landmarks">Receives the landmarks in image pixels.</param>
    public void Decode(ReadOnlySpan<float> heatmaps, Similarity toImage, Span<Landmark> landmarks)
    {
        var cells = size * size;
        for (var i = 0; i < landmarks.Length; i++)
            landmarks[i] = toImage.Apply(Locate(heatmaps.Slice(i * cells, cells)));
    }

    private Landmark Locate(ReadOnlySpan<float> map)
    {
        var (row, column) = Math.DivRem(IndexOfMax(map), size);
        var peak = map[row * size + column];
        var (x, y) = meanShift is not null
            ? meanShift.Climb(map, column, row)
            : (column + Offset(map, row * size + column, 1, column), row + Offset(map, row * size + column, size, row));
        return new Landmark(grid.ToPixel(x), grid.ToPixel(y), float.IsNaN(peak) ? 0 : Math.Clamp(peak, 0, 1));
    }

    /// <summary>
    /// The first highest cell: finds the maximum, then the cell with the same bits, which is faster than searching for both at once.
    /// <see cref="TensorPrimitives.IndexOfMax(ReadOnlySpan{float})"/> decides if no cell has these bits, because those of a NaN may change.
    /// </summary>
    private static int IndexOfMax(ReadOnlySpan<float> map)
    {
        var peak = BitConverter.SingleToInt32Bits(TensorPrimitives.Max(map));
        var index = MemoryMarshal.Cast<float, int>(map).IndexOf(peak);
        return index >= 0 ? index : TensorPrimitives.IndexOfMax(map);
    }

    /// <summary>Position of the peak between a cell and its two neighbors on one axis, −0.5 to 0.5 cells.</summary>
    private float Offset(ReadOnlySpan<float> map, int index, int step, int position)
    {
        if (position == 0 || position == size - 1)
            return 0;
        var (before, peak, after) = (map[index - step], map[index], map[index + step]);
        if (decoding == HeatmapDecoding.QuarterOffset)
            return after > before ? Quarter : after < before ? -Quarter : 0;

        var (a, b, c) = (MathF.Log(MathF.Max(before, Floor)), MathF.Log(MathF.Max(peak, Floor)), MathF.Log(MathF.Max(after, Floor)));
        var curvature = a - 2 * b + c;
        return curvature < 0 ? Math.Clamp((a - c) / (2 * curvature), -FarthestOffset, FarthestOffset) : 0;
    }
}

using System.Numerics.Tensors;
using LiveLandmarks.Geometry;
using LiveLandmarks.Models;

namespace LiveLandmarks.Landmarks;

/// <summary>Finds the peak of each heatmap and where it lies between the cells.</summary>
/// <param name="size">Side of a heatmap in cells.</param>
/// <param name="inputSize">Side of the crop in pixels; a cell's centre is at stride · cell + (stride − 1) / 2.</param>
/// <param name="decoding">How the peak becomes a point.</param>
internal sealed class HeatmapDecoder(int size, int inputSize, HeatmapDecoding decoding)
{
    // Below this a heatmap value counts as nothing, so that its logarithm stays finite.
    private const float Floor = 1e-6f;

    private readonly float stride = inputSize / (float)size;

    /// <summary>Decodes the heatmaps of one face.</summary>
    /// <param name="heatmaps">At least one map per landmark, row by row.</param>
    /// <param name="toImage">From crop pixels to image pixels.</param>
    /// <param name="landmarks">Receives the landmarks, image pixels.</param>
    public void Decode(ReadOnlySpan<float> heatmaps, Similarity toImage, Span<Landmark> landmarks)
    {
        var cells = size * size;
        for (var i = 0; i < landmarks.Length; i++)
            landmarks[i] = toImage.Apply(Peak(heatmaps.Slice(i * cells, cells)));
    }

    private Landmark Peak(ReadOnlySpan<float> map)
    {
        var (y, x) = Math.DivRem(TensorPrimitives.IndexOfMax(map), size);
        var peak = map[y * size + x];
        var dx = x > 0 && x < size - 1 ? Offset(map[y * size + x - 1], peak, map[y * size + x + 1]) : 0;
        var dy = y > 0 && y < size - 1 ? Offset(map[(y - 1) * size + x], peak, map[(y + 1) * size + x]) : 0;
        var confidence = float.IsNaN(peak) ? 0 : Math.Clamp(peak, 0, 1);
        return new Landmark(Pixel(x + dx), Pixel(y + dy), confidence);
    }

    private float Pixel(float cell) => stride * cell + (stride - 1) / 2;

    private float Offset(float before, float peak, float after)
    {
        if (decoding == HeatmapDecoding.QuarterOffset)
            return 0.25f * MathF.Sign(after - before);

        var (a, b, c) = (MathF.Log(MathF.Max(before, Floor)), MathF.Log(MathF.Max(peak, Floor)), MathF.Log(MathF.Max(after, Floor)));
        var curvature = a - 2 * b + c;
        return curvature < 0 ? Math.Clamp((a - c) / (2 * curvature), -0.5f, 0.5f) : 0;
    }
}

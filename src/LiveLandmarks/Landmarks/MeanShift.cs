using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Climbs a heatmap by mean shift (Comaniciu and Meer, PAMI 2002): computes the center of the squared heatmap under a Gaussian window and
/// moves the window there, until it rests. Unlike a peak, the result does not jump when two cells of a broad ridge, such as the jaw's,
/// alternate as the highest. The figures are in docs/adr/0004-decoding.md.
/// </summary>
public sealed class MeanShift
{
    /// <summary>Sigma of the window, in cells.</summary>
    public const float Sigma = 4;

    /// <summary>Number of cells of the window before its center cell; after it there is one more.</summary>
    public const int Reach = 8;

    /// <summary>Largest number of moves of the window.</summary>
    public const int MaxSteps = 10;

    private const float Rest = 0.01f;

    // Columns are processed eight at a time.
    private const int Lanes = 8;

    private readonly int size;
    private readonly float[] weights = new float[(2 * Reach + 2 + Lanes - 1) / Lanes * Lanes];

    /// <summary>Makes a mean shift for heatmaps of one size.</summary>
    /// <param name="size">Side of a heatmap in cells, at least 8.</param>
    public MeanShift(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, Lanes);
        this.size = size;
    }

    /// <summary>Finds the summit near a cell.</summary>
    /// <param name="map">The heatmap, row by row; values below 0 count as 0.</param>
    /// <param name="x">Column of the highest cell.</param>
    /// <param name="y">Row of the highest cell.</param>
    /// <returns>The summit in cells; the start if the map is empty.</returns>
    public (float X, float Y) Climb(ReadOnlySpan<float> map, float x, float y)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var (nextX, nextY) = Center(map[..(size * size)], x, y);
            if (!float.IsFinite(nextX) || !float.IsFinite(nextY))
                break;
            var rests = MathF.Abs(nextX - x) < Rest && MathF.Abs(nextY - y) < Rest;
            (x, y) = (nextX, nextY);
            if (rests)
                break;
        }
        return (x, y);
    }

    private static Vector256<float> Weight(Vector256<float> distance) => Vector256.Exp(distance * distance * (-1 / (2 * Sigma * Sigma)));

    private (float X, float Y) Center(ReadOnlySpan<float> map, float x, float y)
    {
        var (left, right) = (Math.Max(0, (int)x - Reach), Math.Min(size - 1, (int)x + Reach + 1));
        var (top, bottom) = (Math.Max(0, (int)y - Reach), Math.Min(size - 1, (int)y + Reach + 1));
        for (var i = 0; i < weights.Length; i += Lanes)
            Weight(Vector256.CreateSequence(top + i - y, 1f)).CopyTo(weights, i);

        float sum = 0, sumX = 0, sumY = 0;
        for (var column = left; column <= right; column += Lanes)
        {
            // The last eight columns of the map overlap those before them; columns outside this turn are masked below.
            var first = Math.Min(column, size - Lanes);
            var (heights, heightsY) = (Vector256<float>.Zero, Vector256<float>.Zero);
            ref var cells = ref MemoryMarshal.GetReference(map);
            for (var v = top; v <= bottom; v++)
            {
                var height = Vector256.Max(Vector256<float>.Zero, Vector256.LoadUnsafe(ref cells, (nuint)(v * size + first)));
                var weighed = weights[v - top] * height * height;
                heights += weighed;
                heightsY += weighed * v;
            }

            var columns = Vector256.CreateSequence((float)first, 1f);
            var counted = Vector256.GreaterThanOrEqual(columns, Vector256.Create((float)column)) & Vector256.LessThanOrEqual(
                columns, Vector256.Create((float)right));
            var weightX = Weight(columns - Vector256.Create(x));
            sum += Vector256.Sum(weightX * heights & counted);
            sumX += Vector256.Sum(weightX * heights * columns & counted);
            sumY += Vector256.Sum(weightX * heightsY & counted);
        }
        return (sumX / sum, sumY / sum);
    }
}

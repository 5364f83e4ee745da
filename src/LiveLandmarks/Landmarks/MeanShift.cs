namespace LiveLandmarks.Landmarks;

/// <summary>
/// Climbs a heatmap by mean shift (Comaniciu and Meer, PAMI 2002): the centre of the squared heatmap under a Gaussian window,
/// the window moved there, until it rests. Unlike a peak it does not jump when two cells of a broad ridge, such as the jaw's, take turns
/// at being the highest. The figures are in docs/adr/0004-decoding.md.
/// </summary>
/// <param name="size">Side of a heatmap in cells.</param>
internal sealed class MeanShift(int size)
{
    private const float Sigma = 4;
    private const int Reach = 8;
    private const int MostSteps = 10;
    private const float Rest = 0.01f;

    private readonly float[] weightsX = new float[size];

    /// <summary>The summit near a cell.</summary>
    /// <param name="map">The heatmap, row by row; values below 0 count as 0.</param>
    /// <param name="x">Column of the highest cell.</param>
    /// <param name="y">Row of the highest cell.</param>
    /// <returns>The summit in cells; the start where the map is empty.</returns>
    public (float X, float Y) Climb(ReadOnlySpan<float> map, float x, float y)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var (nextX, nextY) = Centre(map, x, y);
            if (!float.IsFinite(nextX) || !float.IsFinite(nextY))
                break;
            var rests = MathF.Abs(nextX - x) < Rest && MathF.Abs(nextY - y) < Rest;
            (x, y) = (nextX, nextY);
            if (rests)
                break;
        }
        return (x, y);
    }

    private static float Weight(float distance) => MathF.Exp(distance * distance / (-2 * Sigma * Sigma));

    private (float X, float Y) Centre(ReadOnlySpan<float> map, float x, float y)
    {
        var (left, right) = (Math.Max(0, (int)x - Reach), Math.Min(size - 1, (int)x + Reach + 1));
        var (top, bottom) = (Math.Max(0, (int)y - Reach), Math.Min(size - 1, (int)y + Reach + 1));
        for (var u = left; u <= right; u++)
            weightsX[u] = Weight(u - x);

        float sum = 0, sumX = 0, sumY = 0;
        for (var v = top; v <= bottom; v++)
        {
            float row = 0, rowX = 0;
            for (var u = left; u <= right; u++)
            {
                var height = MathF.Max(0, map[v * size + u]);
                var weight = weightsX[u] * height * height;
                row += weight;
                rowX += weight * u;
            }
            var weightY = Weight(v - y);
            sum += weightY * row;
            sumX += weightY * rowX;
            sumY += weightY * row * v;
        }
        return (sumX / sum, sumY / sum);
    }
}

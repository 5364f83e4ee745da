using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// The boundary channel: exp(−d²/2) of the distance d in cells to the scheme's curves, 0 at 3 cells or more (AWing paper, section 5; sigma
/// 1 in the reference). Owns its buffers; not thread-safe.
/// </summary>
/// <param name="scheme">The scheme of the curves.</param>
/// <param name="size">Side of the map in cells.</param>
internal sealed class BoundaryMap(LandmarkScheme scheme, int size)
{
    private const float Reach = 3;
    private const float Spacing = 0.5f;

    private readonly float[] squares = new float[size * size];
    private readonly List<Point2f> samples = [];

    /// <summary>Draws the curves.</summary>
    /// <param name="points">One point per landmark, in cells.</param>
    /// <param name="wholeCells">Whether the curves are first rounded to whole cells, as the reference does.</param>
    /// <param name="map">size×size values, written.</param>
    public void Render(ReadOnlySpan<Point2f> points, bool wholeCells, Span<float> map)
    {
        Array.Fill(squares, Reach * Reach);
        Span<Point2f> onCurve = stackalloc Point2f[scheme.Count + 1];
        foreach (var curve in scheme.Boundary)
        {
            for (var i = 0; i < curve.Landmarks.Count; i++)
                onCurve[i] = points[curve.Landmarks[i]];
            CatmullRom.Sample(onCurve[..curve.Landmarks.Count], curve.Closed, Spacing, samples);
            for (var i = 0; i < samples.Count; i++)
            {
                if (wholeCells)
                    Near(Whole(samples[i]), Whole(samples[i]));
                else
                    Near(samples[Math.Max(0, i - 1)], samples[i]);
            }
        }
        for (var i = 0; i < squares.Length; i++)
            map[i] = squares[i] < Reach * Reach ? MathF.Exp(squares[i] / -2) : 0;
    }

    private static Point2f Whole(Point2f point) => new(MathF.Floor(point.X + 0.5f), MathF.Floor(point.Y + 0.5f));

    /// <summary>Updates the squared distances with a piece of a curve.</summary>
    private void Near(Point2f a, Point2f b)
    {
        var left = (int)Math.Clamp(MathF.Ceiling(MathF.Min(a.X, b.X) - Reach), 0, size);
        var right = (int)Math.Clamp(MathF.Floor(MathF.Max(a.X, b.X) + Reach), -1, size - 1);
        var top = (int)Math.Clamp(MathF.Ceiling(MathF.Min(a.Y, b.Y) - Reach), 0, size);
        var bottom = (int)Math.Clamp(MathF.Floor(MathF.Max(a.Y, b.Y) + Reach), -1, size - 1);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var perSquare = dx * dx + dy * dy is var square and > 0 ? 1 / square : 0;
        for (var v = top; v <= bottom; v++)
        {
            for (var u = left; u <= right; u++)
            {
                var (x, y) = (u - a.X, v - a.Y);
                var share = Math.Clamp((x * dx + y * dy) * perSquare, 0, 1);
                var (restX, restY) = (x - share * dx, y - share * dy);
                ref var nearest = ref squares[v * size + u];
                nearest = MathF.Min(nearest, restX * restX + restY * restY);
            }
        }
    }
}

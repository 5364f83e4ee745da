using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// A smooth curve through points: the centripetal Catmull-Rom spline (Yuksel et al., CAD 2011), which has neither loops nor cusps
/// between its points.
/// </summary>
internal static class CatmullRom
{
    private const int MaxSteps = 256;

    /// <summary>Samples the curve.</summary>
    /// <param name="points">The points in order; repeated points are used once.</param>
    /// <param name="closed">Whether it returns to the first point.</param>
    /// <param name="spacing">Distance between samples along the chords.</param>
    /// <param name="samples">Cleared, and filled with the samples, which include the points.</param>
    public static void Sample(ReadOnlySpan<Point2f> points, bool closed, float spacing, List<Point2f> samples)
    {
        samples.Clear();
        Span<Point2f> knots = stackalloc Point2f[points.Length];
        var count = Distinct(points, closed, knots);
        knots = knots[..count];
        if (count < 3)
            closed = false;
        var sections = closed ? count : count - 1;
        for (var i = 0; i < sections; i++)
        {
            var (p1, p2) = (knots[i], knots[(i + 1) % count]);
            var p0 = closed || i > 0 ? knots[(i + count - 1) % count] : Beyond(p1, p2);
            var p3 = closed || i + 2 < count ? knots[(i + 2) % count] : Beyond(p2, p1);
            var steps = (int)Math.Clamp(MathF.Ceiling(Length(p1, p2) / spacing), 1, MaxSteps);
            for (var step = 0; step < steps; step++)
                samples.Add(At(p0, p1, p2, p3, step / (float)steps));
        }
        samples.Add(closed ? knots[0] : knots[^1]);
    }

    private static int Distinct(ReadOnlySpan<Point2f> points, bool closed, Span<Point2f> knots)
    {
        var count = 0;
        foreach (var point in points)
        {
            if (count == 0 || Length(point, knots[count - 1]) > 1e-3f)
                knots[count++] = point;
        }
        return closed && count > 1 && Length(knots[0], knots[count - 1]) <= 1e-3f ? count - 1 : count;
    }

    private static float Length(Point2f a, Point2f b) => MathF.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    /// <summary>The inner point, reflected in the end.</summary>
    private static Point2f Beyond(Point2f end, Point2f inner) => new(2 * end.X - inner.X, 2 * end.Y - inner.Y);

    /// <summary>The pyramid of Barry and Goldman, with knots spaced by the square roots of the chord lengths.</summary>
    private static Point2f At(Point2f p0, Point2f p1, Point2f p2, Point2f p3, float share)
    {
        var t1 = MathF.Sqrt(Length(p0, p1));
        var t2 = t1 + MathF.Sqrt(Length(p1, p2));
        var t3 = t2 + MathF.Sqrt(Length(p2, p3));
        var t = t1 + share * (t2 - t1);
        var a1 = Mix(p0, p1, 0, t1, t);
        var a2 = Mix(p1, p2, t1, t2, t);
        var a3 = Mix(p2, p3, t2, t3, t);
        return Mix(Mix(a1, a2, 0, t2, t), Mix(a2, a3, t1, t3, t), t1, t2, t);
    }

    private static Point2f Mix(Point2f a, Point2f b, float from, float to, float t)
    {
        var share = (t - from) / (to - from);
        return new Point2f(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y));
    }
}

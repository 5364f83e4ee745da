using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>How far a landmark is trusted: two directions (x right, y up), and the expected error along each, in centimeters.</summary>
internal readonly record struct LandmarkTrust(Point2f First, float FirstError, Point2f Second, float SecondError)
{
    private const int BrowsEnd = 27;

    // Points of the jaw lie on the outline, but anywhere along it.
    private const float Inner = 0.12f, Brow = 0.25f, Across = 0.3f, Along = 1.0f;

    /// <summary>The trust in one of the 68 landmarks.</summary>
    /// <param name="point">Number of the landmark.</param>
    /// <param name="points">All landmarks, in pixels.</param>
    public static LandmarkTrust Of(int point, ReadOnlySpan<Landmark> points)
    {
        if (point >= JawLines.Count)
        {
            var error = point < BrowsEnd ? Brow : Inner;
            return new LandmarkTrust(new Point2f(1, 0), error, new Point2f(0, 1), error);
        }
        var (before, after) = (points[Math.Max(point - 1, 0)], points[Math.Min(point + 1, JawLines.Count - 1)]);
        var (dx, dy) = (after.X - before.X, before.Y - after.Y);
        var length = MathF.Sqrt(dx * dx + dy * dy);
        (dx, dy) = length > 0 ? (dx / length, dy / length) : (1, 0);
        return new LandmarkTrust(new Point2f(dx, dy), Along, new Point2f(-dy, dx), Across);
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rendering;

/// <summary>
/// Draws dots with soft edges directly into the picture: OpenCV's circle allocates memory in each call, and a face has many dots.
/// </summary>
public static class DotPainter
{
    private static readonly Vec3b White = new(255, 255, 255);

    /// <summary>Draws a white dot on each landmark.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="points">Landmarks in image pixels; those outside the picture are ignored.</param>
    /// <param name="radius">Radius in pixels, above 0.</param>
    public static void Draw(Mat image, ReadOnlySpan<Landmark> points, float radius) => Draw(image, points, radius, White);

    /// <summary>Draws a dot on each landmark.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="points">Landmarks in image pixels; those outside the picture are ignored.</param>
    /// <param name="radius">Radius in pixels, above 0.</param>
    /// <param name="color">BGR.</param>
    public static void Draw(Mat image, ReadOnlySpan<Landmark> points, float radius, Vec3b color)
    {
        var (width, height) = (image.Cols, image.Rows);
        foreach (var point in points)
        {
            var top = Math.Max(0, (int)MathF.Floor(point.Y - radius));
            var bottom = Math.Min(height - 1, (int)MathF.Ceiling(point.Y + radius));
            var left = Math.Max(0, (int)MathF.Floor(point.X - radius));
            var right = Math.Min(width - 1, (int)MathF.Ceiling(point.X + radius));
            for (var y = top; y <= bottom; y++)
                DrawRow(image, y, left, right, point, radius, color);
        }
    }

    private static unsafe void DrawRow(Mat image, int y, int left, int right, Landmark point, float radius, Vec3b color)
    {
        var row = (byte*)image.Ptr(y);
        for (var x = left; x <= right; x++)
        {
            var distance = MathF.Sqrt((x - point.X) * (x - point.X) + (y - point.Y) * (y - point.Y));
            var cover = Math.Clamp(radius + 0.5f - distance, 0, 1);
            var pixel = row + 3 * x;
            pixel[0] = (byte)(pixel[0] + cover * (color.Item0 - pixel[0]));
            pixel[1] = (byte)(pixel[1] + cover * (color.Item1 - pixel[1]));
            pixel[2] = (byte)(pixel[2] + cover * (color.Item2 - pixel[2]));
        }
    }
}

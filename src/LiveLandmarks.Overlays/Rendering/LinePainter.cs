using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rendering;

/// <summary>Draws lines with soft edges and round ends directly into the picture. OpenCV's lines cannot be transparent and allocate memory
/// in each call, and a face has many lines.</summary>
internal static class LinePainter
{
    /// <summary>Draws a line.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="from">One end, image pixels; may be outside.</param>
    /// <param name="to">The other end.</param>
    /// <param name="thickness">Width in pixels, above 0.</param>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    /// <param name="strength">Opacity, 0 to 1.</param>
    public static void Draw(Mat image, Landmark from, Landmark to, float thickness, Vector3 color, float strength)
    {
        var (start, along) = (new Vector2(from.X, from.Y), new Vector2(to.X - from.X, to.Y - from.Y));
        var length = along.Length();
        if (!float.IsFinite(length) || !float.IsFinite(start.X + start.Y))
            return;
        var reach = thickness / 2 + 1;
        var (width, height) = (image.Cols, image.Rows);
        var top = (int)MathF.Max(0, MathF.Floor(MathF.Min(from.Y, to.Y) - reach));
        var bottom = (int)MathF.Min(height - 1, MathF.Ceiling(MathF.Max(from.Y, to.Y) + reach));
        var direction = length > 1e-3f ? along / length : Vector2.UnitX;
        for (var y = top; y <= bottom; y++)
        {
            // The part of the line that can touch this row.
            var (low, high) = (0f, length);
            if (MathF.Abs(direction.Y) > 1e-3f)
            {
                var (one, other) = ((y - reach - start.Y) / direction.Y, (y + reach - start.Y) / direction.Y);
                (low, high) = (MathF.Max(low, MathF.Min(one, other)), MathF.Min(high, MathF.Max(one, other)));
            }
            var (near, far) = (start.X + low * direction.X, start.X + high * direction.X);
            var left = (int)MathF.Max(0, MathF.Floor(MathF.Min(near, far) - reach));
            var right = (int)MathF.Min(width - 1, MathF.Ceiling(MathF.Max(near, far) + reach));
            DrawRow(image, y, left, right, start, direction, length, thickness / 2, color, strength);
        }
    }

    private static unsafe void DrawRow(
        Mat image, int y, int left, int right, Vector2 start, Vector2 direction, float length, float half, Vector3 color, float strength)
    {
        var row = (byte*)image.Ptr(y);
        for (var x = left; x <= right; x++)
        {
            var from = new Vector2(x, y) - start;
            var nearest = Math.Clamp(Vector2.Dot(from, direction), 0, length) * direction;
            var cover = strength * Math.Clamp(half + 0.5f - (from - nearest).Length(), 0, 1);
            if (cover <= 0)
                continue;
            var pixel = row + 3 * x;
            pixel[0] = (byte)(pixel[0] + cover * (color.X - pixel[0]) + 0.5f);
            pixel[1] = (byte)(pixel[1] + cover * (color.Y - pixel[1]) + 0.5f);
            pixel[2] = (byte)(pixel[2] + cover * (color.Z - pixel[2]) + 0.5f);
        }
    }
}

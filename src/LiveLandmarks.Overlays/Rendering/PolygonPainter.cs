using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rendering;

/// <summary>Fills polygons with soft edges directly into the picture: OpenCV's polygons allocate memory in each call. Keeps its memory from
/// call to call.</summary>
internal sealed class PolygonPainter
{
    // Each row is covered in this many steps.
    private const int Steps = 4, MaxCrossings = 16;

    private float[] cover = [];

    /// <summary>Fills a polygon, by the even-odd rule.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="corners">Its corners, image pixels; may be outside.</param>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    public void Fill(Mat image, ReadOnlySpan<Vector2> corners, Vector3 color)
    {
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners)
            (low, high) = (Vector2.Min(low, corner), Vector2.Max(high, corner));
        if (!float.IsFinite(low.X + low.Y + high.X + high.Y))
            return;
        var (left, right) = ((int)MathF.Max(0, low.X - 1), (int)MathF.Min(image.Cols - 1, high.X + 1));
        var (top, bottom) = ((int)MathF.Max(0, low.Y - 1), (int)MathF.Min(image.Rows - 1, high.Y + 1));
        if (left > right)
            return;
        if (cover.Length < image.Cols)
            cover = new float[image.Cols];
        for (var y = top; y <= bottom; y++)
        {
            cover.AsSpan(left, right - left + 1).Clear();
            for (var step = 0; step < Steps; step++)
                Cover(corners, y - 0.5f + (step + 0.5f) / Steps, left, right);
            Blend(image, y, left, right, color);
        }
    }

    /// <summary>Adds what a horizontal line through the polygon covers of each pixel.</summary>
    private void Cover(ReadOnlySpan<Vector2> corners, float y, int left, int right)
    {
        Span<float> crossings = stackalloc float[MaxCrossings];
        var count = 0;
        var from = corners[^1];
        foreach (var to in corners)
        {
            if (from.Y <= y != to.Y <= y && count < MaxCrossings)
                crossings[count++] = from.X + (y - from.Y) / (to.Y - from.Y) * (to.X - from.X);
            from = to;
        }
        crossings[..count].Sort();
        for (var i = 0; i + 1 < count; i += 2)
        {
            // A pixel reaches half a pixel to both sides of its center.
            var (start, end) = (MathF.Max(left - 0.5f, crossings[i]), MathF.Min(right + 0.5f, crossings[i + 1]));
            for (var x = (int)MathF.Round(start); x <= right && x - 0.5f < end; x++)
                cover[x] += MathF.Max(0, MathF.Min(end, x + 0.5f) - MathF.Max(start, x - 0.5f)) / Steps;
        }
    }

    private unsafe void Blend(Mat image, int y, int left, int right, Vector3 color)
    {
        var pixel = (byte*)image.Ptr(y) + 3 * left;
        for (var x = left; x <= right; x++, pixel += 3)
        {
            var share = MathF.Min(1, cover[x]);
            if (share <= 0)
                continue;
            pixel[0] = (byte)(pixel[0] + share * (color.X - pixel[0]) + 0.5f);
            pixel[1] = (byte)(pixel[1] + share * (color.Y - pixel[1]) + 0.5f);
            pixel[2] = (byte)(pixel[2] + share * (color.Z - pixel[2]) + 0.5f);
        }
    }
}

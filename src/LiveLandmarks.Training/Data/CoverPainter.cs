using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Fills an outline with a cloth-like texture: one color, stripes, checks or grain, shaded from top to bottom.</summary>
internal static class CoverPainter
{
    private const int Plain = 0, Stripes = 1, Checks = 2, Grain = 3;

    /// <summary>Fills an outline.</summary>
    /// <param name="picture">BGR, 8 bits; drawn upon.</param>
    /// <param name="outline">A polygon in pixels.</param>
    /// <param name="opacity">Opacity, 0 to 1.</param>
    /// <param name="random">The sample's random numbers.</param>
    public static void Fill(Mat picture, Point2f[] outline, float opacity, SampleRandom random)
    {
        var (first, second) = (Color(random), Color(random));
        // Half of all covers are of one color, as most masks are.
        var pattern = random.Happens(0.5f) ? Plain : 1 + random.Below(3);
        var (sine, cosine) = MathF.SinCos(random.Between(0, MathF.PI));
        var pitch = random.Between(2, 14);
        var shade = random.Around(0.35f);
        Fill(picture, outline, opacity, (x, y, down) =>
        {
            var (u, v) = ((int)MathF.Floor((x * cosine + y * sine) / pitch), (int)MathF.Floor((y * cosine - x * sine) / pitch));
            var other = pattern switch
            {
                Stripes => u & 1,
                Checks => (u ^ v) & 1,
                Grain => random.Share(),
                _ => 0,
            };
            return (first + other * (second - first)) * (1 + shade * (2 * down - 1));
        });
    }

    /// <summary>Fills an outline with the colors of a function.</summary>
    /// <param name="picture">BGR, 8 bits; drawn upon.</param>
    /// <param name="outline">A polygon in pixels.</param>
    /// <param name="opacity">Opacity, 0 to 1.</param>
    /// <param name="paint">The color, BGR, of a pixel: x, y, and its height in the outline from 0, the top, to 1.</param>
    public static unsafe void Fill(Mat picture, Point2f[] outline, float opacity, Func<int, int, float, System.Numerics.Vector3> paint)
    {
        Point[] corners = Array.ConvertAll(outline, corner => new Point((int)MathF.Round(corner.X), (int)MathF.Round(corner.Y)));
        var box = Cv2.BoundingRect(corners).Intersect(new Rect(0, 0, picture.Cols, picture.Rows));
        if (box.Width <= 0 || box.Height <= 0)
            return;
        using var cover = new Mat(box.Height, box.Width, MatType.CV_8UC1, Scalar.Black);
        Cv2.FillPoly(cover, [Array.ConvertAll(corners, corner => corner - box.TopLeft)], Scalar.White, LineTypes.AntiAlias);
        for (var y = 0; y < box.Height; y++)
        {
            var share = (byte*)cover.Ptr(y);
            var pixel = (byte*)picture.Ptr(box.Y + y) + 3 * box.X;
            for (var x = 0; x < box.Width; x++, pixel += 3)
            {
                if (share[x] == 0)
                    continue;
                var part = share[x] / 255f * opacity;
                var color = paint(box.X + x, box.Y + y, y / (float)box.Height);
                pixel[0] = Mix(pixel[0], color.X, part);
                pixel[1] = Mix(pixel[1], color.Y, part);
                pixel[2] = Mix(pixel[2], color.Z, part);
            }
        }
    }

    private static System.Numerics.Vector3 Color(SampleRandom random) => new(random.Below(256), random.Below(256), random.Below(256));

    private static byte Mix(byte behind, float color, float part) => (byte)Math.Clamp(behind + part * (color - behind) + 0.5f, 0, 255);
}

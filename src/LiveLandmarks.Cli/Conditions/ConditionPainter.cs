using OpenCvSharp;

namespace LiveLandmarks.Cli.Conditions;

/// <summary>Changes annotated pictures to simulate conditions under which faces are seen. Pictures are BGR, 8 bits; the caller disposes
/// the returned ones.</summary>
internal static class ConditionPainter
{
    private const float NoiseDeviation = 3;
    private const int SceneWidth = 1280, SceneHeight = 720;

    private static readonly Scalar SceneColor = new(120, 115, 110);
    private static readonly Scalar MaskColor = new(200, 170, 120);
    private static readonly Scalar ShadeColor = new(15, 15, 15);

    // Indices among the 68 points: the jaw from cheek to cheek with the bridge of the nose, and the eyes.
    private static readonly int[] MaskOutline = [2, 3, 5, 8, 11, 13, 14, 29];
    private static readonly System.Range[] Eyes = [36..42, 42..48];

    /// <summary>Rotates the whole picture counterclockwise and fills the surroundings with black.</summary>
    public static (Mat Picture, Landmark[] Points) Roll(Mat picture, Landmark[] points, double degrees)
    {
        var side = (int)Math.Sqrt((double)picture.Rows * picture.Rows + (double)picture.Cols * picture.Cols);
        var (sine, cosine) = Math.SinCos(-degrees * Math.PI / 180);
        var (x, y) = (picture.Cols / 2.0, picture.Rows / 2.0);
        var turn = new Similarity(
            (float)cosine,
            (float)sine,
            (float)(x - cosine * x + sine * y + (side - picture.Cols) / 2.0),
            (float)(y - sine * x - cosine * y + (side - picture.Rows) / 2.0));
        using var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, new[] { turn.A, -(double)turn.B, turn.Tx, turn.B, turn.A, turn.Ty });
        var turned = new Mat();
        Cv2.WarpAffine(picture, turned, matrix, new Size(side, side));
        return (turned, Array.ConvertAll(points, turn.Apply));
    }

    /// <summary>Scales the picture so that the longer side of the landmarks' box has a number of pixels, and centers it in a scene of
    /// 1280×720.</summary>
    public static (Mat Picture, Landmark[] Points) Shrink(Mat picture, Landmark[] points, int pixels)
    {
        var face = FaceBox.Around(points);
        var scale = pixels / MathF.Max(face.Width, face.Height);
        using var small = new Mat();
        Cv2.Resize(picture, small, new Size(), scale, scale, InterpolationFlags.Area);
        var scene = new Mat(SceneHeight, SceneWidth, MatType.CV_8UC3, SceneColor);
        var place = new Rect((SceneWidth - small.Cols) / 2, (SceneHeight - small.Rows) / 2, small.Cols, small.Rows);
        var seen = place.Intersect(new Rect(0, 0, SceneWidth, SceneHeight));
        using (var from = new Mat(small, new Rect(seen.X - place.X, seen.Y - place.Y, seen.Width, seen.Height)))
        using (var to = new Mat(scene, seen))
            from.CopyTo(to);
        var shift = new Similarity(scale, 0, (scale - 1) / 2 + place.X, (scale - 1) / 2 + place.Y);
        return (scene, Array.ConvertAll(points, shift.Apply));
    }

    /// <summary>Keeps only a share of the light, even less in the shadows, and adds sensor noise.</summary>
    public static unsafe Mat Darken(Mat picture, double share, double gamma)
    {
        var light = new float[256];
        for (var level = 0; level < light.Length; level++)
            light[level] = (float)(255 * share * Math.Pow(level / 255.0, gamma));
        var random = new Random(1);
        var dark = picture.Clone();
        var (rows, width) = (dark.Rows, 3 * dark.Cols);
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var value in new Span<byte>((void*)dark.Ptr(row), width))
                value = (byte)Math.Clamp(light[value] + NoiseDeviation * Gaussian(random), 0, 255);
        }
        return dark;
    }

    /// <summary>Covers mouth and nose.</summary>
    public static Mat Mask(Mat picture, Landmark[] points)
    {
        var masked = picture.Clone();
        Cv2.FillPoly(masked, [MaskOutline.Select(i => new Point((int)points[i].X, (int)points[i].Y))], MaskColor);
        return masked;
    }

    /// <summary>Covers the eyes.</summary>
    public static Mat Shade(Mat picture, Landmark[] points)
    {
        var shaded = picture.Clone();
        foreach (var eye in Eyes)
        {
            var part = points[eye];
            var width = part.Max(point => point.X) - part.Min(point => point.X);
            var center = new Point((int)part.Average(point => point.X), (int)part.Average(point => point.Y));
            Cv2.Ellipse(shaded, center, new Size((int)(0.95f * width), (int)(0.75f * width)), 0, 0, 360, ShadeColor, -1);
        }
        return shaded;
    }

    /// <summary>A random number from the standard normal distribution (Box and Muller).</summary>
    private static float Gaussian(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}

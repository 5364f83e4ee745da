using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Lipstick: a tint on the lips with a soft edge, which preserves their shine and lines. For schemes that trace the outer and the
/// inner lips.</summary>
[Overlay("make-up", "lipstick")]
public sealed class MakeUpOverlay : IOverlay, IDisposable
{
    // OpenCV takes coordinates in 1/2^Shift pixels.
    private const int Shift = 4;

    // Number of points of the smooth outline per landmark.
    private const int Steps = 4;

    // The weights of blue, green and red in lightness (ITU-R BT.601).
    private static readonly Vector3 Lightness = new(0.114f, 0.587f, 0.299f);

    private readonly Mat line = new();
    private readonly Mat mask = new();
    private Vector3 tint;

    /// <summary>Color of the lipstick, as #RRGGBB.</summary>
    public string Color { get; set; } = "#B0102C";

    /// <summary>Strength of the tint, 0 to 1.</summary>
    public float Strength { get; set; } = 0.6f;

    /// <summary>Softness of the edge, as a share of the lips' width, 0 to 0.2.</summary>
    public float Softness { get; set; } = 0.02f;

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        tint = OverlayOption.Color(nameof(Color), Color);
        OverlayOption.Within(nameof(Strength), Strength, 0, 1);
        OverlayOption.Within(nameof(Softness), Softness, 0, 0.2f);
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame)
    {
        foreach (var face in frame.Faces)
        {
            if (Lips(face.Landmarks.Scheme, "outer lips") is { } outer && Lips(face.Landmarks.Scheme, "inner lips") is { } inner)
                Tint(frame.Canvas, face.Landmarks.Points.AsSpan(outer.First, outer.Count),
                    face.Landmarks.Points.AsSpan(inner.First, inner.Count));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        line.Dispose();
        mask.Dispose();
    }

    private static LandmarkGroup? Lips(LandmarkScheme scheme, string name)
    {
        foreach (var group in scheme.Groups)
        {
            if (group.Closed && group.Feature == FacialFeature.Lips && group.Name == name)
                return group;
        }
        return null;
    }

    private void Tint(Mat canvas, ReadOnlySpan<Landmark> outer, ReadOnlySpan<Landmark> inner)
    {
        var box = FaceBox.Around(outer);
        var blur = Softness * box.Width;
        var margin = 2 + 3 * blur;
        var left = MathF.Max(0, MathF.Floor(box.X - margin));
        var top = MathF.Max(0, MathF.Floor(box.Y - margin));
        var width = (int)(MathF.Min(canvas.Cols - 1, box.X + box.Width + margin) - left) + 1;
        var height = (int)(MathF.Min(canvas.Rows - 1, box.Y + box.Height + margin) - top) + 1;
        if (!(box.Width > 0 && left < canvas.Cols && top < canvas.Rows && width > 0 && height > 0))
            return;
        // The size grows in steps, so that a face that comes nearer does not need a new mask in every frame.
        mask.Create((height + 31) / 32 * 32, (width + 31) / 32 * 32, MatType.CV_8UC1);
        mask.SetTo(Scalar.Black);
        Fill(outer, left, top, Scalar.White);
        Fill(inner, left, top, Scalar.Black);
        if (blur > 0.2f)
            Cv2.GaussianBlur(mask, mask, new Size(0, 0), blur);
        Paint(canvas, (int)left, (int)top, width, height);
    }

    /// <summary>Fills a smooth outline through landmarks (a Catmull-Rom spline).</summary>
    private void Fill(ReadOnlySpan<Landmark> points, float left, float top, Scalar color)
    {
        line.Create(points.Length * Steps, 1, MatType.CV_32SC2);
        for (var i = 0; i < points.Length; i++)
        {
            var (a, b) = (At(points, i - 1), At(points, i));
            var (c, d) = (At(points, i + 1), At(points, i + 2));
            for (var step = 0; step < Steps; step++)
            {
                var t = (float)step / Steps;
                var place = 0.5f * (2 * b + t * (c - a) + t * t * (2 * a - 5 * b + 4 * c - d) + t * t * t * (3 * b - a - 3 * c + d));
                line.At<Point>(i * Steps + step, 0) =
                    new Point((int)MathF.Round((place.X - left) * (1 << Shift)), (int)MathF.Round((place.Y - top) * (1 << Shift)));
            }
        }
        Cv2.FillPoly(mask, line, color, LineTypes.AntiAlias, Shift);
    }

    private static Vector2 At(ReadOnlySpan<Landmark> points, int index)
    {
        var point = points[(index + points.Length) % points.Length];
        return new Vector2(point.X, point.Y);
    }

    /// <summary>Colors the lips. Each pixel keeps its lightness relative to the others.</summary>
    private unsafe void Paint(Mat canvas, int left, int top, int width, int height)
    {
        float sum = 0, weight = 0;
        for (var y = 0; y < height; y++)
        {
            var pixel = (byte*)canvas.Ptr(top + y) + 3 * left;
            var cover = (byte*)mask.Ptr(y);
            for (var x = 0; x < width; x++, pixel += 3)
                (sum, weight) = (sum + cover[x] * LightnessOf(pixel), weight + cover[x]);
        }
        if (weight <= 0)
            return;
        // The lightness is between that of the lips and that of the color, so it follows the light of the scene.
        var mean = MathF.Max(1, sum / weight);
        var shade = tint * (0.65f + 0.35f * mean / MathF.Max(1, Vector3.Dot(tint, Lightness)));
        for (var y = 0; y < height; y++)
        {
            var pixel = (byte*)canvas.Ptr(top + y) + 3 * left;
            var cover = (byte*)mask.Ptr(y);
            for (var x = 0; x < width; x++, pixel += 3)
            {
                if (cover[x] == 0)
                    continue;
                var share = Strength * cover[x] / 255f;
                var color = Vector3.Min(shade * (LightnessOf(pixel) / mean), new Vector3(255));
                pixel[0] = (byte)(pixel[0] + share * (color.X - pixel[0]) + 0.5f);
                pixel[1] = (byte)(pixel[1] + share * (color.Y - pixel[1]) + 0.5f);
                pixel[2] = (byte)(pixel[2] + share * (color.Z - pixel[2]) + 0.5f);
            }
        }
    }

    private static unsafe float LightnessOf(byte* pixel) => Vector3.Dot(new Vector3(pixel[0], pixel[1], pixel[2]), Lightness);
}

using System.Globalization;
using System.Numerics;
using LiveLandmarks;
using LiveLandmarks.Overlays;
using OpenCvSharp;

namespace ArOverlay;

/// <summary>A ring of light over every head. It turns with the head and pulses once every two seconds.</summary>
[Overlay("halo", "a ring of light over every head")]
public sealed class HaloOverlay : IOverlay, IDisposable
{
    private const int Corners = 48;
    private const int Shift = 4;

    // Over the crown of the head, centimeters from the point between the eyes: x to the person's left, y down, z to the back.
    private static readonly Vector3 Crown = new(0, -15, 8);

    private readonly Mat line = new();
    private Scalar color;

    /// <summary>Color of the ring, as #RRGGBB.</summary>
    public string Color { get; set; } = "#FFD75F";

    /// <summary>Radius of the ring in centimeters.</summary>
    public float Radius { get; set; } = 9;

    /// <summary>Parses the color once.</summary>
    public void Start(OverlayContext context)
    {
        if (!int.TryParse(Color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) || Color.Length != 7)
            throw new OverlayException($"halo: \"{Color}\" is not a color; write it as #RRGGBB, such as #FFD75F.");
        color = new Scalar(rgb & 255, (rgb >> 8) & 255, rgb >> 16);
    }

    /// <summary>Draws the far half of the ring thin and the near half thick.</summary>
    public void Draw(OverlayFrame frame)
    {
        var beat = 1 + 0.06f * MathF.Sin(MathF.PI * (float)frame.Time.TotalSeconds);
        foreach (var face in frame.Faces)
        {
            if (face.Pose is not { Confidence: > 0.3f } pose)
                continue;
            var thickness = Math.Max(1, (int)(face.Landmarks.InterOcularDistance / 20));
            DrawArc(frame.Canvas, pose, beat * Radius, 0, thickness);
            DrawArc(frame.Canvas, pose, beat * Radius, MathF.PI, 2 * thickness);
        }
    }

    /// <summary>Frees the line's memory.</summary>
    public void Dispose() => line.Dispose();

    private void DrawArc(Mat canvas, HeadPose pose, float radius, float from, int thickness)
    {
        line.Create(Corners / 2 + 1, 1, MatType.CV_32SC2);
        for (var i = 0; i <= Corners / 2; i++)
        {
            var (sine, cosine) = MathF.SinCos(from + 2 * MathF.PI * i / Corners);
            var seen = pose.Project(Crown + radius * new Vector3(cosine, 0, sine));
            // Sixteenths of a pixel, so that the ring does not jump from pixel to pixel.
            line.At<Point>(i, 0) = new Point((int)MathF.Round(seen.X * (1 << Shift)), (int)MathF.Round(seen.Y * (1 << Shift)));
        }
        Cv2.Polylines(canvas, line, false, color, thickness, LineTypes.AntiAlias, Shift);
    }
}

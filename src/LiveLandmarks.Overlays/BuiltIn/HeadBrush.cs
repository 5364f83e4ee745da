using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Fills areas and draws lines whose points lie in the head's space, in centimeters. Keeps its memory from frame to
/// frame.</summary>
internal sealed class HeadBrush
{
    private const int Corners = 48;

    private readonly PolygonPainter painter = new();
    private readonly Vector2[] outline = new Vector2[Corners];
    private Mat canvas = null!;
    private HeadAnchor head;

    /// <summary>Starts to draw one head.</summary>
    /// <param name="picture">The picture to draw on: BGR, 8 bits.</param>
    /// <param name="anchor">Where the head is in it.</param>
    public void Begin(Mat picture, HeadAnchor anchor) => (canvas, head) = (picture, anchor);

    /// <summary>Fills an ellipse on a plane of the head.</summary>
    /// <param name="center">Its center.</param>
    /// <param name="across">From the center to one end.</param>
    /// <param name="up">From the center to the end of the other axis.</param>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    public void Ellipse(Vector3 center, Vector3 across, Vector3 up, Vector3 color) => Lens(center, across, up, -up, color);

    /// <summary>Fills two half ellipses that share their corners, such as an eye or a mouth.</summary>
    /// <param name="center">The middle between the corners.</param>
    /// <param name="across">From the middle to one corner.</param>
    /// <param name="upper">From the middle to the highest point.</param>
    /// <param name="lower">From the middle to the lowest point.</param>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    public void Lens(Vector3 center, Vector3 across, Vector3 upper, Vector3 lower, Vector3 color)
    {
        for (var i = 0; i < Corners; i++)
        {
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * i / Corners);
            Put(i, center + cosine * across + (sine > 0 ? sine * upper : -sine * lower));
        }
        painter.Fill(canvas, outline, color);
    }

    /// <summary>Fills the visible outline of an ellipsoid whose axes are the head's.</summary>
    /// <param name="center">Its center.</param>
    /// <param name="radii">Half its width, height and depth.</param>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    public void Ellipsoid(Vector3 center, Vector3 radii, Vector3 color)
    {
        // The outline is where the surface is edge on: perpendicular to the line of sight, after the ellipsoid is scaled to a ball.
        var sight = Vector3.Transform(head.View.ToCamera(center), Quaternion.Conjugate(head.View.Rotation));
        var towards = Vector3.Normalize(sight / radii);
        var first = Vector3.Normalize(Vector3.Cross(towards, MathF.Abs(towards.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX));
        var second = Vector3.Cross(towards, first);
        for (var i = 0; i < Corners; i++)
        {
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * i / Corners);
            Put(i, center + radii * (cosine * first + sine * second));
        }
        painter.Fill(canvas, outline, color);
    }

    /// <summary>Draws a line.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="thickness">Centimeters.</param>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    public void Line(Vector3 from, Vector3 to, float thickness, Vector3 color)
    {
        var (a, b) = (head.Project(from), head.Project(to));
        var pixels = thickness * head.ToPicture.Scale * head.View.Camera.Fx / head.View.Translation.Z;
        LinePainter.Draw(canvas, new Landmark(a.X, a.Y, 1), new Landmark(b.X, b.Y, 1), pixels, color, strength: 1);
    }

    private void Put(int corner, Vector3 point) => outline[corner] = head.Project(point);
}

using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>A drawn head in place of the real one, moved by the face's <see cref="TrackedFace.Blendshapes"/>. Movements that are unknown
/// rest.</summary>
[Overlay("avatar", "a drawn head that moves like the face")]
public sealed class AvatarOverlay : IOverlay
{
    private static readonly Vector3 White = new(250, 250, 250), Dark = new(40, 30, 30), Lips = new(90, 80, 200), Inside = new(50, 30, 90);

    private readonly HeadAnchors anchors = new();
    private readonly HeadBrush brush = new();
    private Vector3 skin, hair, iris;
    private Blendshapes? shapes;

    /// <summary>Color of the skin, as #RRGGBB.</summary>
    public string Skin { get; set; } = "#F2C9A1";

    /// <summary>Color of hair and brows, as #RRGGBB.</summary>
    public string Hair { get; set; } = "#5B3A29";

    /// <summary>Color of the eyes, as #RRGGBB.</summary>
    public string Iris { get; set; } = "#3B7FB5";

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        skin = OverlayOption.Color(nameof(Skin), Skin);
        hair = OverlayOption.Color(nameof(Hair), Hair);
        iris = OverlayOption.Color(nameof(Iris), Iris);
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame)
    {
        foreach (var face in frame.Faces)
        {
            if (anchors.Of(face, frame.Number) is not { } head)
                continue;
            shapes = face.Blendshapes;
            brush.Begin(frame.Canvas, head);
            DrawHead(Of(Blendshape.JawOpen), Of(Blendshape.CheekPuff));
            DrawEye(1, Blendshape.EyeBlinkLeft, Blendshape.BrowDownLeft, Blendshape.BrowOuterUpLeft);
            DrawEye(-1, Blendshape.EyeBlinkRight, Blendshape.BrowDownRight, Blendshape.BrowOuterUpRight);
            DrawNose();
            DrawMouth();
        }
    }

    /// <summary>Strength of a movement; 0 if unknown.</summary>
    private float Of(Blendshape movement) => shapes?[movement] ?? 0;

    private void DrawHead(float jaw, float puff)
    {
        brush.Ellipsoid(new Vector3(0, -2.2f, 9.5f), new Vector3(9.8f, 12, 10.5f), hair);
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
            brush.Ellipsoid(new Vector3(side * 8.4f, 2, 8.5f), new Vector3(1, 2.2f, 1.6f), 0.9f * skin);
        brush.Ellipsoid(new Vector3(0, 3.6f + jaw, 6.5f), new Vector3(8.1f + 0.8f * puff, 9.2f + jaw, 8.4f), skin);
    }

    /// <summary>Draws an eye with its brow.</summary>
    /// <param name="side">1 for the person's left, −1 for the right.</param>
    /// <param name="blink">The first of the eye's movements: blink, look down, in, out, up, squint, wide.</param>
    /// <param name="browDown">How far the brow is down.</param>
    /// <param name="browUp">How far its outer part is up.</param>
    private void DrawEye(float side, Blendshape blink, Blendshape browDown, Blendshape browUp)
    {
        // Eyes lie in a plane that turns outward.
        var (center, across) = (new Vector3(side * 3.3f, 0, -1.6f), new Vector3(1.8f, 0, side * 0.45f));
        var open = (1 - Of(blink)) * (1 + 0.35f * Of(blink + 6) - 0.3f * Of(blink + 5));
        if (open < 0.12f)
        {
            brush.Line(center - across + 0.3f * Vector3.UnitY, center + across + 0.3f * Vector3.UnitY, 0.3f, Dark);
        }
        else
        {
            var (upper, lower) = (new Vector3(0, -1.25f * open, 0), new Vector3(0, 0.95f * open, 0));
            brush.Lens(center, 1.1f * across, upper - 0.2f * Vector3.UnitY, lower, Dark);
            brush.Lens(center, across, upper, lower, White);
            var look = new Vector3(side * 0.75f * (Of(blink + 3) - Of(blink + 2)), 0.45f * (Of(blink + 1) - Of(blink + 4)), -0.2f);
            var size = MathF.Min(0.8f, 0.85f * open);
            brush.Ellipse(center + look, size * Vector3.UnitX, size * Vector3.UnitY, iris);
            brush.Ellipse(center + 1.1f * look, 0.45f * size * Vector3.UnitX, 0.45f * size * Vector3.UnitY, Dark);
        }
        var inner = new Vector3(side * 1.5f, -2.5f - 1.3f * Of(Blendshape.BrowInnerUp) + 1.1f * Of(browDown), -2.4f);
        var middle = new Vector3(side * 3.4f, -3 - 0.7f * Of(Blendshape.BrowInnerUp) - 0.8f * Of(browUp) + 0.9f * Of(browDown), -2);
        var outer = new Vector3(side * 5.2f, -2.5f - 1.3f * Of(browUp) + 0.4f * Of(browDown), -0.6f);
        brush.Line(inner, middle, 0.75f, hair);
        brush.Line(middle, outer, 0.75f, hair);
    }

    private void DrawNose()
    {
        var up = 0.4f * (Of(Blendshape.NoseSneerLeft) + Of(Blendshape.NoseSneerRight));
        brush.Ellipsoid(new Vector3(0, 3.6f - up, -2.8f), new Vector3(1.15f, 1, 1.6f), 0.88f * skin);
    }

    private void DrawMouth()
    {
        var aside = Of(Blendshape.MouthLeft) - Of(Blendshape.MouthRight) + Of(Blendshape.JawLeft) - Of(Blendshape.JawRight);
        var narrow = MathF.Max(Of(Blendshape.MouthPucker), 0.8f * Of(Blendshape.MouthFunnel));
        var jaw = MathF.Max(Of(Blendshape.JawOpen), 0.5f * Of(Blendshape.MouthFunnel)) * (1 - Of(Blendshape.MouthClose));
        var lip = 0.45f + 0.25f * narrow;
        var center = new Vector3(1.2f * aside, 7.1f, -2.2f);
        var up = 0.5f * (Of(Blendshape.MouthUpperUpLeft) + Of(Blendshape.MouthUpperUpRight)) / 2;
        var left = Corner(1, Blendshape.MouthSmileLeft, Blendshape.MouthFrownLeft, Blendshape.MouthStretchLeft, narrow);
        var right = Corner(-1, Blendshape.MouthSmileRight, Blendshape.MouthFrownRight, Blendshape.MouthStretchRight, narrow);
        var middle = center + (left + right) / 2;
        var across = (left - right) / 2;
        // The corners rise, the lips stay: a smile bends the mouth.
        var bend = new Vector3(0, center.Y - middle.Y, 0);
        var (upper, lower) = (bend - new Vector3(0, up, 0), bend + new Vector3(0, 3.2f * jaw, 0));
        brush.Lens(middle, 1.08f * across, upper - lip * Vector3.UnitY, lower + lip * Vector3.UnitY, Lips);
        brush.Lens(middle, across, upper, lower + 0.08f * Vector3.UnitY, Inside);
    }

    /// <summary>A corner of the mouth, relative to the mouth's center.</summary>
    private Vector3 Corner(float side, Blendshape smile, Blendshape frown, Blendshape stretch, float narrow) => new(
        side * (2.5f + 0.8f * Of(smile) + 0.5f * Of(stretch) - 1.4f * narrow),
        -0.2f - 1.3f * Of(smile) + 1.1f * Of(frown),
        0.8f * (1 - narrow));
}

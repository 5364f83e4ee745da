using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rasterizing;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Sunglasses: a picture with alpha on a bent card in front of the eyes, and arms back to the ears.</summary>
[Overlay("sunglasses", "sunglasses, or glasses from your own picture")]
public sealed class SunglassesOverlay : IOverlay
{
    // In the head's space, centimeters: where the card touches the nose, and where the ears are.
    private const float BridgeDepth = -2.7f;
    private static readonly Vector3 Ear = new(8.1f, 0.2f, 9.2f);

    private readonly HeadAnchors anchors = new();
    private readonly Rasterizer rasterizer = new(smooth: false);
    private Texture front = null!;
    private Texture arm = null!;
    private Mesh card = null!;
    private Mesh arms = null!;

    /// <summary>Picture with alpha of other glasses, such as a PNG: seen from the front and filling the picture's width. Empty for the
    /// built-in sunglasses.</summary>
    public string Image { get; set; } = "";

    /// <summary>Width from hinge to hinge in centimeters, 5 to 40.</summary>
    public float Width { get; set; } = 14.6f;

    /// <summary>How much lower the glasses are worn, in centimeters, −20 to 20.</summary>
    public float Lower { get; set; }

    /// <summary>How far the card bends back at its sides, in centimeters, 0 to 10.</summary>
    public float Bend { get; set; } = 1.6f;

    /// <summary>Whether to draw the arms that go back to the ears.</summary>
    public bool Arms { get; set; } = true;

    /// <summary>Color of the frame and the arms, as #RRGGBB.</summary>
    public string FrameColor { get; set; } = "#141418";

    /// <summary>Color of the lenses, as #RRGGBB.</summary>
    public string LensColor { get; set; } = "#202838";

    /// <summary>Opacity of the lenses, 0 to 1.</summary>
    public float Darkness { get; set; } = 0.85f;

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        OverlayOption.Within(nameof(Width), Width, 5, 40);
        OverlayOption.Within(nameof(Lower), Lower, -20, 20);
        OverlayOption.Within(nameof(Bend), Bend, 0, 10);
        OverlayOption.Within(nameof(Darkness), Darkness, 0, 1);
        var frame = OverlayOption.Color(nameof(FrameColor), FrameColor);
        front = Image.Length > 0
            ? Texture.Read(context.FromOptions(Image))
            : SunglassesPicture.Make(frame, OverlayOption.Color(nameof(LensColor), LensColor), Darkness);
        arm = SunglassesPicture.MakeArm(frame);
        card = MakeCard();
        arms = MakeArms();
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame)
    {
        foreach (var face in frame.Faces)
        {
            if (anchors.Of(face, frame.Number) is not { } anchor || !rasterizer.Begin(anchor, frame.Canvas, card, arms))
                continue;
            rasterizer.Occlude(HeadProxy.Mesh);
            if (Arms)
                rasterizer.Blend(arms, arm);
            rasterizer.Blend(card, front);
            rasterizer.Finish(frame.Canvas);
        }
    }

    private Mesh MakeCard()
    {
        var height = Width * front.Height / front.Width;
        return new MeshBuilder().Add(12, 1, (u, v) =>
        {
            var side = 2 * u - 1;
            return new Vector3(Width / 2 * side, Lower + 0.55f + (v - 0.5f) * height,
                BridgeDepth + Bend * side * side + 0.25f * (v - 0.5f));
        }).Build();
    }

    /// <summary>Makes the arms, which go from the hinges back to the ears and bend slightly outwards.</summary>
    private Mesh MakeArms()
    {
        var builder = new MeshBuilder();
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var hinge = new Vector3(side * (Width / 2 - 0.15f), Lower - 0.55f, BridgeDepth + Bend);
            var ear = Ear with { X = side * Ear.X, Y = Ear.Y + Lower };
            builder.Add(8, 1, (u, v) => Vector3.Lerp(hinge, ear, u)
                + new Vector3(side * 0.25f * MathF.Sin(MathF.PI * u), (v - 0.5f) * 1.1f, 0));
        }
        return builder.Build();
    }
}

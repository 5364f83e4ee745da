using System.Numerics;
using LiveLandmarks.Overlays.Meshes;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>A hat: a lit 3-D mesh on top of the head, whose far side is hidden by the head.</summary>
[Overlay("hat", "a top hat, or a hat from your own OBJ file")]
public sealed class HatOverlay : IOverlay
{
    // Middle of the brim in the head's space, and how far the hat leans back in degrees.
    internal static readonly Vector3 BrimCenter = new(0, -5.7f, 7.6f);
    private const float LeanBack = 7;

    private WornMesh hat = null!;

    /// <summary>
    /// OBJ file of another hat: centimeters, origin in the middle of the brim, y up, z to the front, x to the person's left. Empty for the
    /// top hat.
    /// </summary>
    public string Model { get; set; } = "";

    /// <summary>Color of the hat, or of the model's faces without a material, as #RRGGBB.</summary>
    public string Color { get; set; } = "#30303A";

    /// <summary>Color of the top hat's band, as #RRGGBB.</summary>
    public string BandColor { get; set; } = "#A01828";

    /// <summary>Scale factor, 0.01 to 100; 1 fits an average head.</summary>
    public float Scale { get; set; } = 1;

    /// <summary>How much higher the hat is worn, in centimeters, −30 to 30.</summary>
    public float Higher { get; set; }

    /// <summary>How much farther back the hat is worn, in centimeters, −30 to 30.</summary>
    public float Back { get; set; }

    /// <summary>How much farther back the hat leans, in degrees, −90 to 90.</summary>
    public float Lean { get; set; }

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        OverlayOption.Within(nameof(Scale), Scale, 0.01f, 100);
        OverlayOption.Within(nameof(Higher), Higher, -30, 30);
        OverlayOption.Within(nameof(Back), Back, -30, 30);
        OverlayOption.Within(nameof(Lean), Lean, -90, 90);
        var color = OverlayOption.Color(nameof(Color), Color);
        var band = OverlayOption.Color(nameof(BandColor), BandColor);
        var place = Matrix4x4.CreateScale(Scale)
            * Matrix4x4.CreateRotationX(-float.DegreesToRadians(LeanBack + Lean))
            * Matrix4x4.CreateTranslation(BrimCenter + new Vector3(0, -Higher, Back));
        hat = Model.Length > 0
            ? new WornMesh(WornMesh.Read(context.FromOptions(Model), color).Transformed(place))
            : new WornMesh(TopHat.Make(color, band).Transformed(place), TopHat.MakeFilling().Transformed(place));
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame) => hat.Draw(frame);
}

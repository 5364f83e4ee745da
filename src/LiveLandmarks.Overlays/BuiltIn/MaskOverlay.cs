using System.Numerics;
using LiveLandmarks.Overlays.Meshes;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>A half mask around the eyes: a lit 3-D mesh, whose far side is hidden by the nose and the head.</summary>
[Overlay("mask", "a half mask, or a mask from your own OBJ file")]
public sealed class MaskOverlay : IOverlay
{
    private WornMesh mask = null!;

    /// <summary>
    /// OBJ file of another mask: centimeters, origin between the eyes, y up, z to the front, x to the person's left. Empty for the half
    /// mask.
    /// </summary>
    public string Model { get; set; } = "";

    /// <summary>Color of the mask, or of the model's faces without a material, as #RRGGBB.</summary>
    public string Color { get; set; } = "#8C1C3C";

    /// <summary>Color of the half mask's edges, as #RRGGBB.</summary>
    public string RimColor { get; set; } = "#E0B050";

    /// <summary>Scale factor, 0.01 to 100; 1 fits an average head.</summary>
    public float Scale { get; set; } = 1;

    /// <summary>How much higher the mask is worn, in centimeters, −30 to 30.</summary>
    public float Higher { get; set; }

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        OverlayOption.Within(nameof(Scale), Scale, 0.01f, 100);
        OverlayOption.Within(nameof(Higher), Higher, -30, 30);
        var color = OverlayOption.Color(nameof(Color), Color);
        var rim = OverlayOption.Color(nameof(RimColor), RimColor);
        var mesh = Model.Length > 0 ? WornMesh.Read(context.FromOptions(Model), color) : HalfMask.Make(color, rim);
        mask = new WornMesh(mesh.Transformed(Matrix4x4.CreateScale(Scale) * Matrix4x4.CreateTranslation(0, -Higher, 0)));
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame) => mask.Draw(frame);
}

using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>
/// A simple average head that hides what is behind it: skull, jaw, nose and ears. It is written only into the rasterizer's depth buffer.
/// Sizes are common anthropometric means (head 15 cm wide and 19.5 cm long, 11.8 cm from eyes to crown), placed so that the skull passes
/// through the outer eye corners of <see cref="HeadModel"/>.
/// </summary>
public static class HeadProxy
{
    private static readonly Vector3 SkullCenter = new(0, -2, 8);
    private static readonly Vector3 SkullRadii = new(7.6f, 9.8f, 9.8f);

    /// <summary>The head without hair, in the head's space.</summary>
    public static Mesh Mesh { get; } = Make();

    /// <summary>Depth of the skull's front at a place, in the head's space; constant beyond the skull's outline.</summary>
    /// <param name="x">Centimeters to the person's left.</param>
    /// <param name="y">Centimeters towards the chin.</param>
    /// <param name="lift">Centimeters by which the skull is enlarged on all sides.</param>
    internal static float SkullFront(float x, float y, float lift)
    {
        var (across, down) = (x / (SkullRadii.X + lift), (y - SkullCenter.Y) / (SkullRadii.Y + lift));
        return SkullCenter.Z - (SkullRadii.Z + lift) * MathF.Sqrt(MathF.Max(0.05f, 1 - across * across - down * down));
    }

    private static Mesh Make()
    {
        var builder = new MeshBuilder();
        AddEllipsoid(builder, SkullCenter, SkullRadii);
        AddEllipsoid(builder, new Vector3(0, 5, 5.6f), new Vector3(6.3f, 6.9f, 6.6f));
        AddEllipsoid(builder, new Vector3(0, 13, 9), new Vector3(5.2f, 9, 5.4f));
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
            AddEllipsoid(builder, new Vector3(7.7f * side, 1.5f, 9.3f), new Vector3(0.9f, 3, 1.8f));
        builder.Add(6, 8, Nose);
        return builder.Build();
    }

    private static void AddEllipsoid(MeshBuilder builder, Vector3 center, Vector3 radii) => builder.Add(24, 16, (u, v) =>
    {
        var (sine, cosine) = MathF.SinCos(2 * MathF.PI * u);
        var (ring, height) = MathF.SinCos(MathF.PI * v);
        return center + radii * new Vector3(ring * cosine, -height, ring * sine);
    });

    /// <summary>A point of the nose: v goes from the bridge over the tip to the upper lip, u from cheek to cheek.</summary>
    private static Vector3 Nose(float u, float v)
    {
        var ridge = v < 0.75f
            ? Vector3.Lerp(HeadModel.NoseBridge, HeadModel.NoseTip, v / 0.75f)
            : Vector3.Lerp(HeadModel.NoseTip, HeadModel.NoseBase, (v - 0.75f) / 0.25f);
        var side = 2 * u - 1;
        var half = 0.7f + 1.1f * MathF.Min(1, v / 0.75f);
        return new Vector3(half * side, ridge.Y, ridge.Z + side * side * (-0.6f - ridge.Z));
    }
}

using System.Numerics;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rendering;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>The face as a mesh of thin lines, brightest where it faces the viewer. For the schemes of 68 and 98 landmarks.</summary>
[Overlay("mesh", "the face as a mesh of triangles")]
public sealed class MeshOverlay : IOverlay
{
    private readonly Dictionary<LandmarkScheme, FaceMesh?> meshes = LandmarkScheme.All.ToDictionary(scheme => scheme, FaceMesh.Of);
    private readonly float[] facing = new float[1024];
    private Vector3 color;

    /// <summary>Color of the lines, as #RRGGBB.</summary>
    public string Color { get; set; } = "#7FE8D8";

    /// <summary>Opacity of the lines, 0 to 1.</summary>
    public float Strength { get; set; } = 0.8f;

    /// <summary>Width of the lines in pixels, 0 to 20; 0 to derive it from the face's size.</summary>
    public float Thickness { get; set; }

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        color = OverlayOption.Color(nameof(Color), Color);
        OverlayOption.Within(nameof(Strength), Strength, 0, 1);
        OverlayOption.Within(nameof(Thickness), Thickness, 0, 20);
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame)
    {
        foreach (var face in frame.Faces)
        {
            if (meshes[face.Landmarks.Scheme] is not { } mesh)
                continue;
            var points = face.Landmarks.Points.AsSpan();
            var bounds = face.Landmarks.Bounds;
            var thickness = Thickness > 0 ? Thickness : MathF.Max(1, MathF.Max(bounds.Width, bounds.Height) / 220);
            // When a face turns, its height changes less than the distance of its eyes.
            Look(mesh, points, bounds.Height / 14.9f);
            foreach (var edge in mesh.Edges)
            {
                var bright = MathF.Max(facing[edge.OneSide], facing[edge.OtherSide]);
                if (bright > 0)
                    LinePainter.Draw(frame.Canvas, points[edge.From], points[edge.To], thickness, color, Strength * bright);
            }
        }
    }

    /// <summary>Computes how much each triangle faces the viewer, 0 to 1, from the visible share of its area.</summary>
    private void Look(FaceMesh mesh, ReadOnlySpan<Landmark> points, float pixelsPerCentimeter)
    {
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            var (a, b, c) = mesh.Triangles[i];
            var area = FaceMesh.Area(At(points[a]), At(points[b]), At(points[c])) / (
                mesh.Areas[i] * pixelsPerCentimeter * pixelsPerCentimeter);
            facing[i] = area > 0 ? Math.Clamp(0.25f + 0.85f * area, 0, 1) : 0;
        }
    }

    private static Vector2 At(Landmark point) => new(point.X, point.Y);
}

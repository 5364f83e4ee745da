using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rasterizing;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Draws a lit mesh on every head, hidden where the head is in front of it.</summary>
/// <param name="mesh">The mesh, in the head's space.</param>
/// <param name="filling">A mesh that hides it in addition to the head; null for none.</param>
internal sealed class WornMesh(Mesh mesh, Mesh? filling = null)
{
    private readonly HeadAnchors anchors = new();
    private readonly Rasterizer rasterizer = new(smooth: true);

    /// <summary>Reads the user's own mesh and converts its axes: in an OBJ file y points up and z towards the viewer, in the head's space y
    /// points down and z away from the viewer.</summary>
    /// <param name="path">The OBJ file.</param>
    /// <param name="color">Color of faces without a material.</param>
    public static Mesh Read(string path, Vector3 color) => ObjReader.Read(path, color).Transformed(Matrix4x4.CreateScale(1, -1, -1));

    /// <summary>Draws the mesh onto a frame.</summary>
    /// <param name="frame">The frame.</param>
    public void Draw(OverlayFrame frame)
    {
        foreach (var face in frame.Faces)
        {
            if (anchors.Of(face, frame.Number) is not { } anchor || !rasterizer.Begin(anchor, frame.Canvas, mesh))
                continue;
            rasterizer.Occlude(HeadProxy.Mesh);
            if (filling is not null)
                rasterizer.Occlude(filling);
            rasterizer.Draw(mesh);
            rasterizer.Finish(frame.Canvas);
        }
    }
}

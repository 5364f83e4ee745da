using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rasterizing;

namespace LiveLandmarks.Overlays.Shipped;

/// <summary>A mesh on every head, lit, and hidden where the head is before it.</summary>
/// <param name="mesh">In the head's space.</param>
/// <param name="filling">What hides it besides the head; null for nothing.</param>
internal sealed class WornMesh(Mesh mesh, Mesh? filling = null)
{
    private readonly HeadAnchors anchors = new();
    private readonly Rasterizer rasterizer = new(smooth: true);

    /// <summary>Reads the user's own mesh: an OBJ file has y up and z towards whoever looks at the face, the head y down and z
    /// away.</summary>
    /// <param name="path">The OBJ file.</param>
    /// <param name="color">Color of faces without a material.</param>
    public static Mesh Read(string path, Vector3 color) => ObjReader.Read(path, color).Transformed(Matrix4x4.CreateScale(1, -1, -1));

    /// <summary>Draws it onto a frame.</summary>
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

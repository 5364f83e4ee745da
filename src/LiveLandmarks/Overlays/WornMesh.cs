using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rasterising;

namespace LiveLandmarks.Overlays;

/// <summary>A mesh on every head, lit, and hidden where the head is before it.</summary>
/// <param name="mesh">In the head's space.</param>
/// <param name="filling">What hides it besides the head; null for nothing.</param>
internal sealed class WornMesh(Mesh mesh, Mesh? filling = null)
{
    private readonly HeadAnchors anchors = new();
    private readonly Rasteriser rasteriser = new(smooth: true);

    /// <summary>Reads the user's own mesh: an OBJ file has y up and z towards whoever looks at the face, the head y down and z away.</summary>
    /// <param name="path">The OBJ file.</param>
    /// <param name="colour">Colour of faces without a material.</param>
    public static Mesh Read(string path, Vector3 colour) => ObjReader.Read(path, colour).Transformed(Matrix4x4.CreateScale(1, -1, -1));

    /// <summary>Draws it onto a frame.</summary>
    /// <param name="frame">The frame.</param>
    public void Draw(OverlayFrame frame)
    {
        foreach (var face in frame.Faces)
        {
            if (anchors.Of(face, frame.Number) is not { } anchor || !rasteriser.Begin(anchor, frame.Canvas, mesh))
                continue;
            rasteriser.Occlude(HeadProxy.Mesh);
            if (filling is not null)
                rasteriser.Occlude(filling);
            rasteriser.Draw(mesh);
            rasteriser.Finish(frame.Canvas);
        }
    }
}

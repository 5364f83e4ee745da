using LiveLandmarks.Overlays.Rendering;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>The head's axes from the tip of the nose, 5 cm each: red to the person's left, green to the chin, blue where the face
/// points.</summary>
[Overlay("axes", "the head's axes, from the tip of the nose")]
public sealed class AxesOverlay : IOverlay
{
    private readonly LandmarkRenderer renderer = new(new RenderOptions { Points = false, Edges = false, Id = false, Pose = true });

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame) => renderer.Draw(frame.Canvas, frame.Faces);
}

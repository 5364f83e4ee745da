using LiveLandmarks.Overlays.Rendering;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>The landmarks as dots, joined along each feature.</summary>
[Overlay("landmarks", "dots on the landmarks and lines along the features")]
public sealed class LandmarksOverlay : IOverlay
{
    private LandmarkRenderer? renderer;

    /// <summary>A dot on each landmark.</summary>
    public bool Points { get; set; } = true;

    /// <summary>Lines along each facial feature.</summary>
    public bool Edges { get; set; } = true;

    /// <summary>The bounding box of the landmarks.</summary>
    public bool Box { get; set; }

    /// <summary>The face's id and score above it.</summary>
    public bool Id { get; set; }

    /// <summary>The raw landmarks instead of the smoothed ones.</summary>
    public bool Raw { get; set; }

    /// <inheritdoc/>
    public void Start(OverlayContext context) =>
        renderer = new LandmarkRenderer(new RenderOptions { Points = Points, Edges = Edges, Box = Box, Id = Id, Raw = Raw });

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame) => renderer!.Draw(frame.Canvas, frame.Faces);
}

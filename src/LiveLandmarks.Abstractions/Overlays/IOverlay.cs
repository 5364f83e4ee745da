namespace LiveLandmarks.Overlays;

/// <summary>
/// Draws something onto every frame: the contract of AR overlays, those that ship and those of plug-ins. An overlay is a public class with
/// a constructor without parameters and an <see cref="OverlayAttribute"/>; its public settable properties (text, numbers, truth values,
/// enumerations) are its options, set from JSON before <see cref="Start"/>.
/// </summary>
/// <remarks>
/// One thread at a time calls an overlay, not always the same; one that is <see cref="IDisposable"/> is disposed after its last frame. One
/// that throws, hangs or takes too long again and again is switched off; the stream goes on without it, or, where its attribute says that
/// it fails closed, with pictures blurred beyond recognition.
/// </remarks>
public interface IOverlay
{
    /// <summary>Called once before the first frame: the place to load pictures and meshes.</summary>
    /// <param name="context">Where the overlay is at home.</param>
    /// <exception cref="OverlayException">An option or file cannot be used; the message names it and the remedy.</exception>
    void Start(OverlayContext context)
    {
    }

    /// <summary>Draws onto one frame.</summary>
    /// <param name="frame">The frame; it and its pictures are lent until this method returns.</param>
    void Draw(OverlayFrame frame);
}

namespace LiveLandmarks.Overlays;

/// <summary>
/// Draws something onto every frame. All AR overlays implement it, built-in ones and plug-ins. An overlay is a public class with a
/// parameterless constructor and an <see cref="OverlayAttribute"/>; its public settable properties (text, numbers, Booleans, enumerations)
/// are its options, set from JSON before <see cref="Start"/>.
/// </summary>
/// <remarks>
/// An overlay is called by one thread at a time, but not always the same one. If it is <see cref="IDisposable"/>, it is disposed after its
/// last frame. An overlay that repeatedly throws, hangs or takes too long is switched off. The stream then continues without it or, if its
/// attribute sets <see cref="OverlayAttribute.FailsClosed"/>, with pictures blurred beyond recognition.
/// </remarks>
/// <example>
/// <code>
/// using LiveLandmarks;
/// using LiveLandmarks.Overlays;
/// using OpenCvSharp;
///
/// Console.WriteLine(typeof(NoseOverlay));
///
/// [Overlay("nose", "a dot on every nose")]
/// public sealed class NoseOverlay : IOverlay
/// {
///     public int Radius { get; set; } = 6;
///
///     public void Draw(OverlayFrame frame)
///     {
///         foreach (var face in frame.Faces)
///         {
///             var nose = face.Landmarks.Points[30];
///             Cv2.Circle(frame.Canvas, (int)nose.X, (int)nose.Y, Radius, Scalar.Red, -1, LineTypes.AntiAlias);
///         }
///     }
/// }
/// </code>
/// </example>
public interface IOverlay
{
    /// <summary>Called once before the first frame: load pictures and meshes here.</summary>
    /// <param name="context">The folders in which the overlay finds its files.</param>
    /// <exception cref="OverlayException">An option or file cannot be used; the message names it and the remedy.</exception>
    void Start(OverlayContext context)
    {
    }

    /// <summary>Draws onto one frame.</summary>
    /// <param name="frame">The frame; it and its pictures are valid only until this method returns.</param>
    void Draw(OverlayFrame frame);
}

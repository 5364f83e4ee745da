using OpenCvSharp;

namespace MakeClips;

/// <summary>How a face moves through a clip.</summary>
/// <param name="X">Horizontal position of its middle, in pixels of the frame.</param>
/// <param name="Y">Vertical position of its middle, in pixels of the frame.</param>
/// <param name="Scale">Pixels of the frame per pixel of the portrait.</param>
/// <param name="Roll">Angle in degrees, clockwise on the screen.</param>
internal sealed record Route(Curve X, Curve Y, Curve Scale, Curve Roll)
{
    /// <summary>Where the portrait lies at a time.</summary>
    /// <param name="time">In seconds.</param>
    public Placement At(double time) =>
        Placement.Of(FaceArea.Middle, new Point2d(X.At(time), Y.At(time)), Scale.At(time), Roll.At(time));
}

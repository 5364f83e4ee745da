using OpenCvSharp;

namespace MakeClips;

/// <summary>How a face travels through a clip.</summary>
/// <param name="X">Its middle, across, in pixels of the frame.</param>
/// <param name="Y">Its middle, down.</param>
/// <param name="Scale">Pixels of the frame for one of the portrait.</param>
/// <param name="Roll">Angle in degrees, clockwise on the screen.</param>
internal sealed record Route(Curve X, Curve Y, Curve Scale, Curve Roll)
{
    /// <summary>Where the portrait lies at a time.</summary>
    /// <param name="time">In seconds.</param>
    public Placement At(double time) =>
        Placement.Of(FaceArea.Middle, new Point2d(X.At(time), Y.At(time)), Scale.At(time), Roll.At(time));
}

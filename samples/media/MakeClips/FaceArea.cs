using OpenCvSharp;

namespace MakeClips;

/// <summary>The face in the portrait: forehead to chin and ear to ear.</summary>
internal static class FaceArea
{
    private const double Left = 165;
    private const double Top = 60;
    private const double Right = 280;
    private const double Bottom = 205;

    /// <summary>The middle of the face, in pixels of the portrait.</summary>
    public static Point2d Middle => new((Left + Right) / 2, (Top + Bottom) / 2);

    /// <summary>The four corners in a frame, in order around the face.</summary>
    /// <param name="placement">Where the portrait lies.</param>
    public static Point2d[] CornersIn(Placement placement) =>
    [
        placement.Apply(new(Left, Top)), placement.Apply(new(Right, Top)),
        placement.Apply(new(Right, Bottom)), placement.Apply(new(Left, Bottom)),
    ];
}

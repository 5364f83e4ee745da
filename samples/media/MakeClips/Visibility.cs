using OpenCvSharp;

namespace MakeClips;

/// <summary>Computes from the geometry how much of a face a frame shows.</summary>
internal static class Visibility
{
    // A cover of less than a thousandth of the face is only the faint end of a feathered edge.
    private const double MinCover = 0.001;

    /// <summary>Finds the state of one face in a frame.</summary>
    /// <param name="placement">Where its portrait lies.</param>
    /// <param name="inFront">The faces in front of it, and where they are.</param>
    public static FaceState Of(Placement placement, IEnumerable<(Cutout Cutout, Placement Placement)> inFront)
    {
        var corners = FaceArea.CornersIn(placement);
        using var area = new Mat(Screen.Size, MatType.CV_8UC1, Scalar.All(0));
        Cv2.FillConvexPoly(area, corners.Select(p => new Point((int)Math.Round(p.X), (int)Math.Round(p.Y))), Scalar.All(255));
        if (Cv2.Sum(area).Val0 == 0)
            return FaceState.None;
        if (!corners.All(IsInside))
            return FaceState.Partial;
        return inFront.Any(other => Cover(area, other.Cutout, other.Placement) > MinCover)
            ? FaceState.Occluded
            : FaceState.Full;
    }

    private static bool IsInside(Point2d p) =>
        p.X >= 0 && p.Y >= 0 && p.X <= Screen.Size.Width - 1 && p.Y <= Screen.Size.Height - 1;

    private static double Cover(Mat area, Cutout cutout, Placement placement)
    {
        using var transparency = cutout.TransparencyAt(placement);
        return 1 - Cv2.Mean(transparency, area).Val0;
    }
}

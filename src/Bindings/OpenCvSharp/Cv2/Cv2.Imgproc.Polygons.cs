namespace OpenCvSharp;

/// <content>Polygons.</content>
public static partial class Cv2
{
    /// <summary>Draws the outlines of polygons.</summary>
    public static unsafe void Polylines(
        Mat img, IEnumerable<IEnumerable<Point>> pts, bool isClosed, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        ArgumentNullException.ThrowIfNull(img);
        var (points, counts) = Concatenate(pts);
        fixed (Point* pointsAt = points)
        fixed (int* countsAt = counts)
        {
            NativeMethods.Check(NativeMethods.shim_polylines(
                img.Handle, pointsAt, countsAt, counts.Length, isClosed ? 1 : 0, color, thickness, (int)lineType,
                shift));
        }

        GC.KeepAlive(img);
    }

    /// <summary>Draws the outline of a polygon.</summary>
    public static void Polylines(
        InputOutputArray img, InputArray pts, bool isClosed, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        Require(img);
        Require(pts);
        NativeMethods.Check(NativeMethods.shim_polylines_array(
            img.Target, In(pts), isClosed ? 1 : 0, color, thickness, (int)lineType, shift));
        GC.KeepAlive(pts);
        img.Fix();
    }

    /// <summary>Fills the area of polygons; where two overlap it stays as it is.</summary>
    public static unsafe void FillPoly(
        Mat img, IEnumerable<IEnumerable<Point>> pts, Scalar color, LineTypes lineType = LineTypes.Link8,
        int shift = 0, Point? offset = null)
    {
        ArgumentNullException.ThrowIfNull(img);
        var (points, counts) = Concatenate(pts);
        fixed (Point* pointsAt = points)
        fixed (int* countsAt = counts)
        {
            NativeMethods.Check(NativeMethods.shim_fill_poly(
                img.Handle, pointsAt, countsAt, counts.Length, color, (int)lineType, shift,
                offset.GetValueOrDefault()));
        }

        GC.KeepAlive(img);
    }

    /// <summary>Fills the area of a polygon.</summary>
    public static void FillPoly(
        InputOutputArray img, InputArray pts, Scalar color, LineTypes lineType = LineTypes.Link8, int shift = 0,
        Point? offset = null)
    {
        Require(img);
        Require(pts);
        NativeMethods.Check(NativeMethods.shim_fill_poly_array(
            img.Target, In(pts), color, (int)lineType, shift, offset.GetValueOrDefault()));
        GC.KeepAlive(pts);
        img.Fix();
    }

    /// <summary>Fills a convex polygon.</summary>
    public static unsafe void FillConvexPoly(
        Mat img, IEnumerable<Point> pts, Scalar color, LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        ArgumentNullException.ThrowIfNull(img);
        ArgumentNullException.ThrowIfNull(pts);
        var points = pts as Point[] ?? [.. pts];
        fixed (Point* pointsAt = points)
        {
            NativeMethods.Check(NativeMethods.shim_fill_convex_poly(
                img.Handle, pointsAt, points.Length, color, (int)lineType, shift));
        }

        GC.KeepAlive(img);
    }

    /// <summary>Fills a convex polygon.</summary>
    public static void FillConvexPoly(
        InputOutputArray img, InputArray pts, Scalar color, LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        Require(img);
        Require(pts);
        NativeMethods.Check(
            NativeMethods.shim_fill_convex_poly_array(img.Target, In(pts), color, (int)lineType, shift));
        GC.KeepAlive(img);
        GC.KeepAlive(pts);
    }

    private static (Point[] Points, int[] Counts) Concatenate(IEnumerable<IEnumerable<Point>> pts)
    {
        ArgumentNullException.ThrowIfNull(pts);
        var points = new List<Point>();
        var counts = new List<int>();
        foreach (var polygon in pts)
        {
            var before = points.Count;
            points.AddRange(polygon);
            counts.Add(points.Count - before);
        }

        return ([.. points], [.. counts]);
    }
}

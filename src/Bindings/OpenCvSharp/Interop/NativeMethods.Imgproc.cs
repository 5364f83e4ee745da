using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial int shim_resize(
        in NativeInput src, nint dst, Size size, double fx, double fy, int interpolation);

    [LibraryImport(Library)]
    public static partial int shim_warp_affine(
        in NativeInput src, nint dst, in NativeInput matrix, Size size, int flags, int border, in Scalar value);

    [LibraryImport(Library)]
    public static partial int shim_gaussian_blur(
        in NativeInput src, nint dst, Size size, double sigmaX, double sigmaY, int border);

    [LibraryImport(Library)]
    public static partial int shim_blur(in NativeInput src, nint dst, Size size, Point anchor, int border);

    [LibraryImport(Library)]
    public static partial int shim_line(
        nint img, Point from, Point to, in Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_rectangle_points(
        nint img, Point a, Point b, in Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_rectangle(
        nint img, Rect rect, in Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_circle(
        nint img, Point center, int radius, in Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_ellipse(
        nint img, Point center, Size axes, double angle, double start, double end, in Scalar color, int thickness,
        int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_polylines(
        nint img, Point* points, int* counts, int polygonCount, int closed, in Scalar color, int thickness,
        int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_polylines_array(
        nint img, in NativeInput points, int closed, in Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_fill_poly(
        nint img, Point* points, int* counts, int polygonCount, in Scalar color, int lineType, int shift,
        Point offset);

    [LibraryImport(Library)]
    public static partial int shim_fill_poly_array(
        nint img, in NativeInput points, in Scalar color, int lineType, int shift, Point offset);

    [LibraryImport(Library)]
    public static partial int shim_fill_convex_poly(
        nint img, Point* points, int count, in Scalar color, int lineType, int shift);

    [LibraryImport(Library)]
    public static partial int shim_fill_convex_poly_array(
        nint img, in NativeInput points, in Scalar color, int lineType, int shift);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_put_text(
        nint img, string text, Point at, int font, double scale, in Scalar color, int thickness, int lineType,
        int bottomLeftOrigin);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_text_size(
        string text, int font, double scale, int thickness, out int baseLine, out Size result);
}

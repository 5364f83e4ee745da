namespace OpenCvSharp;

/// <content>Lines and shapes.</content>
public static partial class Cv2
{
    /// <summary>Draws a line.</summary>
    public static void Line(
        InputOutputArray img, int pt1X, int pt1Y, int pt2X, int pt2Y, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Line(img, new Point(pt1X, pt1Y), new Point(pt2X, pt2Y), color, thickness, lineType, shift);

    /// <summary>Draws a line.</summary>
    public static void Line(
        InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        Require(img);
        NativeMethods.Check(NativeMethods.shim_line(img.Target, pt1, pt2, color, thickness, (int)lineType, shift));
        img.Fix();
    }

    /// <summary>Draws a rectangle from two opposite corners, both of them inside.</summary>
    public static void Rectangle(
        InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        Require(img);
        NativeMethods.Check(
            NativeMethods.shim_rectangle_points(img.Target, pt1, pt2, color, thickness, (int)lineType, shift));
        img.Fix();
    }

    /// <summary>Draws a rectangle.</summary>
    public static void Rectangle(
        InputOutputArray img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0)
    {
        Require(img);
        NativeMethods.Check(
            NativeMethods.shim_rectangle(img.Target, rect, color, thickness, (int)lineType, shift));
        img.Fix();
    }

    /// <summary>Draws a rectangle.</summary>
    public static void Rectangle(
        Mat img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        ArgumentNullException.ThrowIfNull(img);
        NativeMethods.Check(
            NativeMethods.shim_rectangle(img.Handle, rect, color, thickness, (int)lineType, shift));
        GC.KeepAlive(img);
    }

    /// <summary>Draws a rectangle from two opposite corners, both of them inside.</summary>
    public static void Rectangle(
        Mat img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0)
    {
        ArgumentNullException.ThrowIfNull(img);
        NativeMethods.Check(
            NativeMethods.shim_rectangle_points(img.Handle, pt1, pt2, color, thickness, (int)lineType, shift));
        GC.KeepAlive(img);
    }

    /// <summary>Draws a circle.</summary>
    public static void Circle(
        InputOutputArray img, int centerX, int centerY, int radius, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Circle(img, new Point(centerX, centerY), radius, color, thickness, lineType, shift);

    /// <summary>Draws a circle.</summary>
    public static void Circle(
        InputOutputArray img, Point center, int radius, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        Require(img);
        NativeMethods.Check(
            NativeMethods.shim_circle(img.Target, center, radius, color, thickness, (int)lineType, shift));
        img.Fix();
    }

    /// <summary>Draws an arc of an ellipse, from one angle to another in degrees.</summary>
    public static void Ellipse(
        InputOutputArray img, Point center, Size axes, double angle, double startAngle, double endAngle, Scalar color,
        int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        Require(img);
        NativeMethods.Check(NativeMethods.shim_ellipse(
            img.Target, center, axes, angle, startAngle, endAngle, color, thickness, (int)lineType, shift));
        img.Fix();
    }

    /// <summary>Draws text; the origin is its bottom left corner.</summary>
    public static void PutText(
        InputOutputArray img, string text, Point org, HersheyFonts fontFace, double fontScale, Scalar color,
        int thickness = 1, LineTypes lineType = LineTypes.Link8, bool bottomLeftOrigin = false)
    {
        Require(img);
        if (string.IsNullOrEmpty(text))
            throw new ArgumentNullException(nameof(text));
        NativeMethods.Check(NativeMethods.shim_put_text(
            img.Target, text, org, (int)fontFace, fontScale, color, thickness, (int)lineType,
            bottomLeftOrigin ? 1 : 0));
        img.Fix();
    }

    /// <summary>The size of drawn text, and how far letters reach below its base line.</summary>
    public static Size GetTextSize(
        string text, HersheyFonts fontFace, double fontScale, int thickness, out int baseLine)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentNullException(nameof(text));
        NativeMethods.Check(
            NativeMethods.shim_text_size(text, (int)fontFace, fontScale, thickness, out baseLine, out var size));
        return size;
    }
}

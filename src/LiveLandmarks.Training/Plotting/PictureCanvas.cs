using System.Globalization;
using OpenCvSharp;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Draws a figure as a picture, two pixels to one of the figure. OpenCV's letters are ASCII; others become question marks.</summary>
internal sealed class PictureCanvas : IChartCanvas, IDisposable
{
    private const double Scale = 2;

    // OpenCV takes coordinates in 1/2^Shift pixels.
    private const int Shift = 4;

    // Beyond, the fixed-point numbers would overflow; it is far outside any picture.
    private const double Farthest = 1e5;

    private const HersheyFonts Font = HersheyFonts.HersheySimplex;

    // A capital is 21 pixels high at OpenCV's scale 1, and about 0.72 of the font size in SVG.
    private const double FontScale = 0.72 / 21;

    private static readonly Scalar Ink = new(40, 40, 40);

    /// <summary>Begins with a white sheet.</summary>
    /// <param name="width">Width of the figure in its pixels.</param>
    /// <param name="height">Height of the figure in its pixels.</param>
    public PictureCanvas(double width, double height) => Picture = new Mat(Whole(height), Whole(width), MatType.CV_8UC3, Scalar.White);

    /// <summary>What was drawn: BGR, 8 bits; the canvas' own.</summary>
    public Mat Picture { get; }

    /// <summary>Width of a text in pixels of the figure.</summary>
    public static double WidthOf(string text, double size = 12) =>
        text.Length == 0 ? 0 : Cv2.GetTextSize(Ascii(text), Font, Scale * size * FontScale, Thickness(size), out _).Width / Scale;

    /// <inheritdoc/>
    public void Section(string name)
    {
        // A picture has no parts.
    }

    /// <inheritdoc/>
    public void Line(ChartPoint from, ChartPoint to, ChartStroke stroke) => Strokes(Picture, [from, to], stroke, default);

    /// <inheritdoc/>
    public void Series(ChartSeries series, IReadOnlyList<IReadOnlyList<ChartPoint>> pieces, ChartStroke stroke, ChartArea clip)
    {
        using var inside = new Mat(Picture, new Rect(Whole(clip.Left), Whole(clip.Top), Whole(clip.Width), Whole(clip.Height)));
        var origin = new ChartPoint(clip.Left, clip.Top);
        foreach (var piece in pieces)
            Strokes(inside, piece, stroke, origin);
        if (!series.Marked)
            return;
        foreach (var point in pieces.SelectMany(piece => piece).Where(clip.Contains))
            Cv2.Circle(Picture, Fixed(point, default), Whole(1.5 * stroke.Width) << Shift, Color(stroke), -1, LineTypes.AntiAlias, Shift);
    }

    /// <inheritdoc/>
    public void Text(string text, ChartPoint at, TextAnchor anchor, double size = 12, bool upwards = false)
    {
        if (text.Length == 0)
            return;
        text = Ascii(text);
        var (scale, thickness) = (Scale * size * FontScale, Thickness(size));
        var box = Cv2.GetTextSize(text, Font, scale, thickness, out var below);
        var before = anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => box.Width / 2, _ => box.Width };
        if (!upwards)
        {
            Cv2.PutText(Picture, text, new Point(Whole(at.X) - before, Whole(at.Y)), Font, scale, Ink, thickness, LineTypes.AntiAlias);
            return;
        }
        using var level = new Mat(box.Height + below + thickness, box.Width, MatType.CV_8UC3, Scalar.White);
        Cv2.PutText(level, text, new Point(0, box.Height), Font, scale, Ink, thickness, LineTypes.AntiAlias);
        using var turned = new Mat();
        Cv2.Rotate(level, turned, RotateFlags.Rotate90Counterclockwise);
        var place = new Rect(Whole(at.X) - box.Height, Whole(at.Y) - box.Width + before, turned.Cols, turned.Rows);
        var visible = place.Intersect(new Rect(0, 0, Picture.Cols, Picture.Rows));
        using var from = new Mat(turned, new Rect(visible.X - place.X, visible.Y - place.Y, visible.Width, visible.Height));
        using var to = new Mat(Picture, visible);
        from.CopyTo(to);
    }

    /// <inheritdoc/>
    public void Dispose() => Picture.Dispose();

    private static void Strokes(Mat picture, IReadOnlyList<ChartPoint> corners, ChartStroke stroke, ChartPoint origin)
    {
        foreach (var line in stroke.Dashed ? DashedLine.Cut(corners, ChartStroke.Dash, ChartStroke.Gap) : [corners])
            Cv2.Polylines(picture, [line.Select(corner => Fixed(corner, origin))], isClosed: false, Color(stroke), Math.Max(1, Whole(stroke.Width)), LineTypes.AntiAlias, Shift);
    }

    private static string Ascii(string text) => string.Concat(text.Select(letter => letter == '−' ? '-' : char.IsAscii(letter) ? letter : '?'));

    private static int Thickness(double size) => Math.Max(1, Whole(size / 16));

    private static Scalar Color(ChartStroke stroke)
    {
        var number = int.Parse(stroke.Color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Scalar(number & 255, (number >> 8) & 255, number >> 16);
    }

    private static int Whole(double length) => (int)Math.Round(Scale * length);

    private static Point Fixed(ChartPoint point, ChartPoint origin) => new(Fixed(point.X - origin.X), Fixed(point.Y - origin.Y));

    private static int Fixed(double length) => (int)Math.Round(Math.Clamp(Scale * length, -Farthest, Farthest) * (1 << Shift));
}

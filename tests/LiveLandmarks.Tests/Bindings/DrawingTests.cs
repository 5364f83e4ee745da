using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public class DrawingTests
{
    private static readonly Vec3b Ink = new(0, 0, 255);

    [Fact]
    public void A_line_reaches_both_ends()
    {
        using var img = Canvas();
        Cv2.Line(img, new Point(2, 3), new Point(12, 3), Scalar.Red);
        Assert.Equal(Ink, img.At<Vec3b>(3, 2));
        Assert.Equal(Ink, img.At<Vec3b>(3, 12));
        Assert.Equal(11, Painted(img));
        Cv2.Line(img, 0, 19, 4, 19, Scalar.Red);
        Assert.Equal(16, Painted(img));
    }

    [Fact]
    public void A_rectangle_is_outlined_or_filled()
    {
        using var img = Canvas();
        Cv2.Rectangle(img, new Rect(2, 3, 4, 5), Scalar.Red);
        Assert.Equal(14, Painted(img));
        Assert.Equal(default, img.At<Vec3b>(4, 3));
        Cv2.Rectangle(img, new Point(2, 3), new Point(5, 7), Scalar.Red, Cv2.FILLED);
        Assert.Equal(20, Painted(img));
    }

    [Fact]
    public void A_circle_and_an_ellipse_are_filled()
    {
        using var img = Canvas();
        Cv2.Circle(img, 10, 10, 4, Scalar.Red, -1);
        Assert.Equal(Ink, img.At<Vec3b>(10, 10));
        Assert.Equal(Ink, img.At<Vec3b>(10, 14));
        Assert.Equal(default, img.At<Vec3b>(10, 15));
        img.SetTo(Scalar.Black);
        Cv2.Ellipse(img, new Point(10, 10), new Size(6, 2), 0, 0, 360, Scalar.Red, -1);
        Assert.Equal(Ink, img.At<Vec3b>(10, 16));
        Assert.Equal(default, img.At<Vec3b>(14, 10));
    }

    [Fact]
    public void Polygons_are_outlined_or_filled()
    {
        Point[] square = [new(2, 2), new(6, 2), new(6, 6), new(2, 6)];
        Point[] other = [new(10, 10), new(12, 10), new(12, 12), new(10, 12)];
        using var img = Canvas();
        Cv2.Polylines(img, [square, other], true, Scalar.Red);
        Assert.Equal(16 + 8, Painted(img));
        img.SetTo(Scalar.Black);
        Cv2.Polylines(img, [square], false, Scalar.Red);
        Assert.Equal(13, Painted(img));
        img.SetTo(Scalar.Black);
        Cv2.FillPoly(img, [square, other], Scalar.Red);
        Assert.Equal(25 + 9, Painted(img));
        img.SetTo(Scalar.Black);
        Cv2.FillConvexPoly(img, square, Scalar.Red);
        Assert.Equal(25, Painted(img));
    }

    [Fact]
    public void Text_stays_within_its_size()
    {
        using var img = new Mat(60, 300, MatType.CV_8UC3, Scalar.Black);
        var size = Cv2.GetTextSize("Gauge 12", HersheyFonts.HersheySimplex, 1, 2, out var baseLine);
        Assert.True(size.Width > 50 && size.Height > 10 && baseLine > 0);
        Cv2.PutText(img, "Gauge 12", new Point(5, 40), HersheyFonts.HersheySimplex, 1, Scalar.Red, 2);
        var painted = Painted(img);
        Assert.True(painted > 100);
        using var box = img[new Rect(3, 36 - size.Height, size.Width + 6, size.Height + baseLine + 8)];
        Assert.Equal(painted, Painted(box));
    }

    [Fact]
    public void Drawing_on_a_part_changes_the_whole()
    {
        using var img = Canvas();
        using (var part = img[new Rect(10, 10, 5, 5)])
            Cv2.Circle(part, new Point(2, 2), 0, Scalar.Red, -1);
        Assert.Equal(Ink, img.At<Vec3b>(12, 12));
    }

    private static Mat Canvas() => new(20, 20, MatType.CV_8UC3, Scalar.Black);

    private static int Painted(Mat img) => (int)(Cv2.Sum(img).Val2 / 255);
}

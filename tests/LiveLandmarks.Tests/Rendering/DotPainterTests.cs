using LiveLandmarks.Overlays.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Rendering;

public sealed class DotPainterTests : IDisposable
{
    private readonly Mat image = new(30, 40, MatType.CV_8UC3, Scalar.Black);

    public void Dispose() => image.Dispose();

    [Fact]
    public void A_dot_is_white_within_its_radius_and_leaves_the_rest_unchanged()
    {
        DotPainter.Draw(image, [new Landmark(20, 15, 1)], 3);
        for (var y = 0; y < image.Rows; y++)
        {
            for (var x = 0; x < image.Cols; x++)
            {
                var distance = Math.Sqrt((x - 20) * (x - 20) + (y - 15) * (y - 15));
                var pixel = image.At<Vec3b>(y, x);
                Assert.True(distance > 2.5 || pixel == new Vec3b(255, 255, 255), $"hole at {x}, {y}");
                Assert.True(distance < 3.5 || pixel == new Vec3b(0, 0, 0), $"spill at {x}, {y}");
            }
        }
    }

    [Theory]
    [InlineData(20, 15)]
    [InlineData(20.5, 15.25)]
    [InlineData(19.7, 14.9)]
    public void A_dot_is_centered_on_the_landmark_and_has_the_area_of_the_disc(float x, float y)
    {
        DotPainter.Draw(image, [new Landmark(x, y, 1)], 2.5f);
        double sum = 0, sumX = 0, sumY = 0;
        for (var v = 0; v < image.Rows; v++)
        {
            for (var u = 0; u < image.Cols; u++)
            {
                double value = image.At<Vec3b>(v, u).Item1 / 255.0;
                (sum, sumX, sumY) = (sum + value, sumX + value * u, sumY + value * v);
            }
        }
        Assert.Equal(x, sumX / sum, 0.08);
        Assert.Equal(y, sumY / sum, 0.08);
        Assert.Equal(Math.PI * 2.5 * 2.5, sum, 1.5);
    }

    [Fact]
    public void A_dot_has_the_requested_color_and_fades_into_the_picture()
    {
        image.SetTo(new Scalar(100, 100, 100));
        DotPainter.Draw(image, [new Landmark(20, 15, 1)], 3, new Vec3b(0, 100, 200));
        Assert.Equal(new Vec3b(0, 100, 200), image.At<Vec3b>(15, 20));
        Assert.Equal(new Vec3b(50, 100, 150), image.At<Vec3b>(15, 23));
        Assert.Equal(new Vec3b(100, 100, 100), image.At<Vec3b>(15, 24));
    }

    [Fact]
    public void A_dot_beyond_the_border_is_cut_off()
    {
        DotPainter.Draw(image, [new Landmark(0, 0, 1), new Landmark(39, 29, 1)], 2);
        Assert.Equal(new Vec3b(255, 255, 255), image.At<Vec3b>(0, 0));
        Assert.Equal(new Vec3b(255, 255, 255), image.At<Vec3b>(29, 39));
        Assert.Equal(new Vec3b(0, 0, 0), image.At<Vec3b>(0, 39));
        Assert.Equal(new Vec3b(0, 0, 0), image.At<Vec3b>(1, 38));
    }

    [Theory]
    [InlineData(-10, 5)]
    [InlineData(5, -10)]
    [InlineData(60, 5)]
    [InlineData(5, 50)]
    [InlineData(-1e30, 1e30)]
    [InlineData(float.NegativeInfinity, float.PositiveInfinity)]
    public void A_dot_outside_the_picture_is_left_out(float x, float y)
    {
        DotPainter.Draw(image, [new Landmark(x, y, 1)], 3);
        Assert.Equal(0, Cv2.Norm(image, NormTypes.INF));
    }

    [Fact]
    public void Only_the_given_part_of_a_larger_picture_is_drawn_on()
    {
        using var part = new Mat(image, new Rect(10, 10, 8, 8));
        DotPainter.Draw(part, [new Landmark(7, 7, 1)], 3);
        Assert.Equal(new Vec3b(255, 255, 255), image.At<Vec3b>(17, 17));
        Assert.Equal(new Vec3b(0, 0, 0), image.At<Vec3b>(17, 18));
        Assert.Equal(new Vec3b(0, 0, 0), image.At<Vec3b>(18, 17));
    }
}

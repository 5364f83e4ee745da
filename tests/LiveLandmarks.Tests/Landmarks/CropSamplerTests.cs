using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

public sealed class CropSamplerTests : IDisposable
{
    private const int Size = 256;

    private readonly CropSampler sampler = new(Size);

    public void Dispose() => sampler.Dispose();

    [Theory]
    [InlineData(100, 90, 80)]
    [InlineData(101.5, 88.25, 120)]
    [InlineData(90, 95, 150.7)]
    public void Each_crop_pixel_shows_the_image_where_the_formula_says(float centerX, float centerY, float side)
    {
        // Blue is x and green is y, so that each color encodes its place.
        using var image = Gradient(220, 200);
        var crop = sampler.Sample(image, new FaceCrop(centerX, centerY, side));
        Assert.Equal(new Size(Size, Size), crop.Size());
        for (var v = 0; v < Size; v += 5)
        {
            for (var u = 0; u < Size; u += 5)
            {
                var pixel = crop.At<Vec3b>(v, u);
                Assert.Equal(centerX + side / Size * (u - 128), pixel.Item0, 0.6f);
                Assert.Equal(centerY + side / Size * (v - 128), pixel.Item1, 0.6f);
            }
        }
    }

    [Theory]
    [InlineData(800, 700, 511)]
    [InlineData(800, 700, 520)]
    [InlineData(790.5, 710.25, 800)]
    [InlineData(811, 689, 1203.3)]
    [InlineData(500, 400, 1300)]
    public void A_blob_keeps_its_place_with_and_without_area_averaging(float centerX, float centerY, float side)
    {
        var (x, y) = (centerX + 0.15f * side, centerY - 0.1f * side);
        using var image = Blob(1620, 1400, x, y, side / 16);
        var (u, v) = Centroid(sampler.Sample(image, new FaceCrop(centerX, centerY, side)));
        Assert.Equal(0.15 * Size + 128, u, 0.04);
        Assert.Equal(-0.1 * Size + 128, v, 0.04);
    }

    [Theory]
    [InlineData(400, 0.5)]
    [InlineData(900, -0.8)]
    [InlineData(900, 3)]
    public void A_rolled_crop_shows_the_image_rolled_back(float side, float angle)
    {
        var crop = new FaceCrop(800, 700, side, angle);
        var place = crop.ToImage(Size).Apply(new Landmark(190, 60, 1));
        using var image = Blob(1620, 1400, place.X, place.Y, side / 16);
        var (u, v) = Centroid(sampler.Sample(image, crop));
        Assert.Equal(190, u, 0.04);
        Assert.Equal(60, v, 0.04);
    }

    [Fact]
    public void A_large_crop_does_not_alias()
    {
        using var image = new Mat(1100, 1100, MatType.CV_8UC3, Scalar.Black);
        for (var x = 0; x < image.Cols; x += 2)
        {
            using var column = new Mat(image, new Rect(x, 0, 1, image.Rows));
            column.SetTo(Scalar.White);
        }
        var crop = sampler.Sample(image, new FaceCrop(550, 550, 1024));
        Assert.All(Enumerable.Range(10, 236), u => Assert.InRange(crop.At<Vec3b>(100, u).Item1, 120, 135));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1400)]
    public void Pixels_outside_the_image_are_black(float side)
    {
        using var image = new Mat(2000, 2000, MatType.CV_8UC3, Scalar.White);
        var crop = sampler.Sample(image, new FaceCrop(0, 0, side));
        Assert.Equal(new Vec3b(0, 0, 0), crop.At<Vec3b>(120, 120));
        Assert.Equal(new Vec3b(0, 0, 0), crop.At<Vec3b>(200, 120));
        Assert.Equal(new Vec3b(0, 0, 0), crop.At<Vec3b>(120, 200));
        Assert.Equal(new Vec3b(255, 255, 255), crop.At<Vec3b>(136, 136));
        Assert.Equal(new Vec3b(255, 255, 255), crop.At<Vec3b>(255, 255));

        crop = sampler.Sample(image, new FaceCrop(1999, 1999, side));
        Assert.Equal(new Vec3b(255, 255, 255), crop.At<Vec3b>(120, 120));
        Assert.Equal(new Vec3b(0, 0, 0), crop.At<Vec3b>(136, 136));
    }

    [Theory]
    [InlineData(-500, 50, 60)]
    [InlineData(50, 9000, 60)]
    [InlineData(-3000, 50, 2000)]
    [InlineData(50, 5000, 2000)]
    [InlineData(1e9, 1e9, 600)]
    public void A_crop_beyond_the_image_is_black(float centerX, float centerY, float side)
    {
        using var image = new Mat(100, 100, MatType.CV_8UC3, Scalar.White);
        sampler.Sample(image, new FaceCrop(50, 50, 50));
        Assert.Equal(0, Cv2.Norm(sampler.Sample(image, new FaceCrop(centerX, centerY, side)), NormTypes.INF));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 700)]
    [InlineData(700, 1)]
    public void An_image_of_very_few_pixels_can_be_sampled(int width, int height)
    {
        using var image = new Mat(height, width, MatType.CV_8UC3, Scalar.White);
        foreach (var side in new[] { 1f, 300, 600, 1e6f, 1e12f, float.MaxValue })
            Assert.Equal(new Size(Size, Size), sampler.Sample(image, new FaceCrop(width / 2f, height / 2f, side)).Size());
    }

    private static Mat Gradient(int width, int height)
    {
        var image = new Mat(height, width, MatType.CV_8UC3);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                image.Set(y, x, new Vec3b((byte)x, (byte)y, 0));
        }
        return image;
    }

    private static Mat Blob(int width, int height, float centerX, float centerY, float sigma)
    {
        var image = new Mat(height, width, MatType.CV_8UC3);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var distance = (x - centerX) * (x - centerX) + (y - centerY) * (y - centerY);
                var value = (byte)MathF.Round(255 * MathF.Exp(-distance / (2 * sigma * sigma)));
                image.Set(y, x, new Vec3b(value, value, value));
            }
        }
        return image;
    }

    private static (double U, double V) Centroid(Mat crop)
    {
        double sum = 0, sumU = 0, sumV = 0;
        for (var v = 0; v < crop.Rows; v++)
        {
            for (var u = 0; u < crop.Cols; u++)
            {
                double weight = crop.At<Vec3b>(v, u).Item1;
                (sum, sumU, sumV) = (sum + weight, sumU + weight * u, sumV + weight * v);
            }
        }
        return (sumU / sum, sumV / sum);
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public class ImageFunctionTests
{
    [Fact]
    public void Warping_moves_pixels_through_the_matrix()
    {
        using var src = new Mat(10, 10, MatType.CV_8UC1, Scalar.All(0));
        using var shift = new Mat(2, 3, MatType.CV_64FC1, Scalar.All(0));
        using var dst = new Mat();
        src.Set<byte>(2, 3, 200);
        shift.Set(0, 0, 1.0);
        shift.Set(1, 1, 1.0);
        shift.Set(0, 2, 4.0);
        shift.Set(1, 2, 5.0);
        Cv2.WarpAffine(src, dst, shift, new Size(12, 11));
        Assert.Equal(new Size(12, 11), dst.Size());
        Assert.Equal(200, dst.At<byte>(7, 7));
        Assert.Equal(200, Cv2.Norm(dst, NormTypes.L1));

        Cv2.WarpAffine(
            src, dst, shift, new Size(12, 11), InterpolationFlags.Nearest, BorderTypes.Constant, Scalar.All(9));
        Assert.Equal(9, dst.At<byte>(0, 0));

        Cv2.WarpAffine(src, dst, shift, new Size(4, 4), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap);
        Assert.Equal(0, Cv2.Norm(dst, NormTypes.L1));
    }

    [Fact]
    public void Resizing_keeps_a_flat_image_flat()
    {
        using var src = new Mat(4, 8, MatType.CV_8UC3, new Scalar(10, 20, 30));
        using var dst = new Mat();
        Cv2.Resize(src, dst, new Size(16, 2), 0, 0, InterpolationFlags.Area);
        Assert.Equal(new Size(16, 2), dst.Size());
        Assert.Equal(new Vec3b(10, 20, 30), dst.At<Vec3b>(1, 15));
        Cv2.Resize(src, dst, new Size(), 0.5, 0.5);
        Assert.Equal(new Size(4, 2), dst.Size());
    }

    [Fact]
    public void A_size_that_does_not_fit_throws()
    {
        using var gray = new Mat(1, 1, MatType.CV_8UC1);
        using var dst = new Mat();
        Assert.Throws<OpenCVException>(() => Cv2.Resize(gray, dst, new Size()));
        using var empty = new Mat();
        Assert.Throws<OpenCVException>(() => Cv2.Resize(empty, dst, new Size(2, 2)));
    }

    [Fact]
    public void Smoothing_spreads_a_point_and_keeps_its_sum()
    {
        using var src = new Mat(21, 21, MatType.CV_32FC1, Scalar.All(0));
        using var dst = new Mat();
        src.Set(10, 10, 90f);
        Cv2.Blur(src, dst, new Size(3, 3));
        Assert.Equal(10f, dst.At<float>(9, 11), 3);
        Cv2.GaussianBlur(src, dst, new Size(5, 5), 1);
        Assert.InRange(dst.At<float>(10, 10), 1, 89);
        Assert.Equal(90, Cv2.Norm(dst, NormTypes.L1), 2);
    }
}

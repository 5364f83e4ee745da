using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public class CoreFunctionTests
{
    [Fact]
    public void Flip_and_rotate_move_the_corner()
    {
        using var src = new Mat(2, 3, MatType.CV_8UC1, Scalar.All(0));
        using var dst = new Mat();
        src.Set<byte>(0, 0, 9);
        Cv2.Flip(src, dst, FlipMode.Y);
        Assert.Equal(9, dst.At<byte>(0, 2));
        Cv2.Flip(src, dst, FlipMode.X);
        Assert.Equal(9, dst.At<byte>(1, 0));
        Cv2.Flip(src, dst, FlipMode.XY);
        Assert.Equal(9, dst.At<byte>(1, 2));
        Cv2.Rotate(src, dst, RotateFlags.Rotate90Clockwise);
        Assert.Equal(new Size(2, 3), dst.Size());
        Assert.Equal(9, dst.At<byte>(0, 1));
    }

    [Fact]
    public void Statistics_see_the_elements()
    {
        using var mat = new Mat(2, 3, MatType.CV_32FC1, Scalar.All(1));
        using var mask = new Mat(2, 3, MatType.CV_8UC1, Scalar.All(0));
        mat.Set(0, 2, -4f);
        mat.Set(1, 1, 9f);
        mask.Set<byte>(1, 1, 1);
        Cv2.MinMaxLoc(mat, out var low, out var high, out var lowAt, out var highAt);
        Assert.Equal((-4.0, 9.0), (low, high));
        Assert.Equal((new Point(2, 0), new Point(1, 1)), (lowAt, highAt));
        Cv2.MinMaxLoc(mat, out double least, out double _);
        Assert.Equal(-4.0, least);
        Assert.Equal(1.5, Cv2.Mean(mat).Val0);
        Assert.Equal(9.0, Cv2.Mean(mat, mask).Val0);
        Assert.Equal(17.0, Cv2.Norm(mat, NormTypes.L1));
        Assert.Equal(9.0, Cv2.Norm(mat, NormTypes.L1, mask));
    }

    [Fact]
    public void Blending_and_borders()
    {
        using var a = new Mat(1, 1, MatType.CV_8UC1, Scalar.All(100));
        using var b = new Mat(1, 1, MatType.CV_8UC1, Scalar.All(50));
        using var dst = new Mat();
        Cv2.AddWeighted(a, 0.5, b, 0.5, 10, dst);
        Assert.Equal(85, dst.At<byte>(0, 0));
        Cv2.CopyMakeBorder(a, dst, 1, 2, 3, 4, BorderTypes.Constant, new Scalar(7));
        Assert.Equal(new Size(8, 4), dst.Size());
        Assert.Equal((7, 100), (dst.At<byte>(0, 0), dst.At<byte>(1, 3)));
    }

    [Fact]
    public void Random_numbers_repeat_with_the_seed()
    {
        using var a = new Mat(50, 50, MatType.CV_32FC1);
        using var b = new Mat(50, 50, MatType.CV_32FC1);
        Cv2.SetTheRNG(1234);
        Cv2.Randn(a, Scalar.All(10), Scalar.All(2));
        Cv2.SetTheRNG(1234);
        Cv2.Randn(b, Scalar.All(10), Scalar.All(2));
        Assert.Equal(0, Cv2.Norm(a, b));
        Assert.InRange(Cv2.Mean(a).Val0, 9.5, 10.5);
        Cv2.Randu(a, new Scalar(3), new Scalar(4));
        Cv2.MinMaxLoc(a, out double low, out double high);
        Assert.InRange(low, 3, high);
        Assert.InRange(high, low, 4);
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public class ArrayWrapperTests
{
    [Fact]
    public void Numbers_and_matrices_convert_to_inputs()
    {
        using var a = new Mat(1, 2, MatType.CV_8UC1, Scalar.All(10));
        using var sum = new Mat();
        Cv2.Add(a, new Scalar(5), sum);
        Assert.Equal(15, sum.At<byte>(0, 1));
        Cv2.Multiply(a, 3.0, sum);
        Assert.Equal(30, sum.At<byte>(0, 0));
        Cv2.Absdiff(a, new Scalar(25), sum);
        Assert.Equal(15, sum.At<byte>(0, 0));
        Cv2.Add(a, a, sum);
        Assert.Equal(20, sum.At<byte>(0, 0));
    }

    [Fact]
    public void An_output_is_good_for_one_call()
    {
        using var src = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(1));
        using var dst = new Mat();
        OutputArray output = dst;
        Assert.True(output.IsReady());
        Assert.Same(dst, output.GetMat());
        Cv2.Flip(src, output, FlipMode.X);
        Assert.False(output.IsReady());
        Assert.Throws<OpenCvSharpException>(() => Cv2.Flip(src, output, FlipMode.X));
        Assert.False(dst.IsDisposed);
        Assert.Equal(src.Size(), dst.Size());
    }

    [Fact]
    public void An_input_is_good_for_many_calls()
    {
        using var src = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(1));
        using var dst = new Mat();
        using InputArray input = src;
        Cv2.Flip(input, dst, FlipMode.X);
        Cv2.Flip(input, dst, FlipMode.Y);
        Assert.False(src.IsDisposed);
    }

    [Fact]
    public void Null_arguments_are_named()
    {
        using var mat = new Mat(1, 1, MatType.CV_8UC1);
        Assert.Equal("src", Assert.Throws<ArgumentNullException>(() => Cv2.Flip(null!, mat, FlipMode.X)).ParamName);
        Assert.Equal("dst", Assert.Throws<ArgumentNullException>(() => Cv2.Flip(mat, null!, FlipMode.X)).ParamName);
    }

    [Fact]
    public void Values_compare_by_content()
    {
        Assert.True(MatType.CV_8UC3 == MatType.MakeType(MatType.CV_8U, 3));
        Assert.True(MatType.CV_8UC3 == 16);
        Assert.Equal("CV_32FC2", MatType.CV_32FC2.ToString());
        Assert.Equal((MatType.CV_32F, 2), (MatType.CV_32FC2.Depth, MatType.CV_32FC2.Channels));
        Assert.Equal(new Scalar(255, 255, 255), Scalar.White);
        Assert.Equal(new Scalar(0, 0, 255), Scalar.Red);
        Assert.Equal(new Point(3, 4), new Point(1, 2) + new Point(2, 2));
        Assert.Equal(5.0, new Point2f(0, 0).DistanceTo(new Point2f(3, 4)));
        Assert.Equal(new Rect(1, 1, 1, 1), new Rect(0, 0, 2, 2) & new Rect(1, 1, 2, 2));
        Assert.Equal(new Rect(0, 0, 3, 3), new Rect(0, 0, 2, 2) | new Rect(1, 1, 2, 2));
        Assert.True(new Rect(0, 0, 2, 2).Contains(1, 1));
        Assert.False(new Rect(0, 0, 2, 2).Contains(2, 1));
        var (x, y, width, height) = new Rect(1, 2, 3, 4);
        Assert.Equal((1, 2, 3, 4), (x, y, width, height));
    }
}

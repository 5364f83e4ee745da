using System.Runtime.InteropServices;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public class MatTests
{
    [Fact]
    public void An_empty_matrix_has_no_elements()
    {
        using var mat = new Mat();
        Assert.True(mat.Empty());
        Assert.Equal(0, mat.Rows);
        Assert.Equal(0, mat.Cols);
        Assert.Equal(0, mat.Total());
    }

    [Fact]
    public void The_header_describes_the_matrix()
    {
        using var mat = new Mat(4, 6, MatType.CV_16UC3);
        Assert.Equal((4, 6, 4, 6), (mat.Rows, mat.Cols, mat.Height, mat.Width));
        Assert.Equal(new Size(6, 4), mat.Size());
        Assert.Equal(2, mat.Dims);
        Assert.Equal(MatType.CV_16UC3, mat.Type());
        Assert.Equal(MatType.CV_16U, mat.Depth());
        Assert.Equal(3, mat.Channels());
        Assert.Equal(6, mat.ElemSize());
        Assert.Equal(36L, mat.Step());
        Assert.Equal(24L, mat.Total());
        Assert.True(mat.IsContinuous());
        Assert.False(mat.IsSubmatrix());
        Assert.Equal(mat.Data + 36, mat.Ptr(1));
        Assert.Equal(mat.Data + 36 + 12, mat.Ptr(1, 2));
    }

    [Fact]
    public void A_filled_matrix_has_the_value_everywhere()
    {
        using var mat = new Mat(3, 5, MatType.CV_8UC3, new Scalar(1, 2, 3));
        Assert.Equal(new Vec3b(1, 2, 3), mat.At<Vec3b>(2, 4));
        Assert.Equal(new Scalar(15, 30, 45), Cv2.Sum(mat));
    }

    [Fact]
    public void Elements_are_written_and_read()
    {
        using var mat = new Mat(2, 2, MatType.CV_32FC1, Scalar.All(0));
        mat.Set(0, 1, 2.5f);
        mat.At<float>(1, 0) = -1;
        Assert.Equal(2.5f, mat.Get<float>(0, 1));
        Assert.Equal(-1f, mat.At<float>(1, 0));
    }

    [Fact]
    public void A_sub_matrix_shares_the_elements()
    {
        using var mat = new Mat(4, 4, MatType.CV_8UC1, Scalar.All(0));
        using (var part = new Mat(mat, new Rect(1, 2, 2, 1)))
        using (var same = mat[new Rect(1, 2, 2, 1)])
        {
            Assert.True(part.IsSubmatrix());
            Assert.Equal(new Size(2, 1), same.Size());
            Assert.Equal(part.Data, same.Data);
            part.SetTo(Scalar.All(7));
        }

        Assert.Equal(7, mat.At<byte>(2, 1));
        Assert.Equal(7, mat.At<byte>(2, 2));
        Assert.Equal(14, Cv2.Sum(mat).Val0);
    }

    [Fact]
    public void A_sub_matrix_outlives_the_whole()
    {
        var mat = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(9));
        using var part = mat.SubMat(new Rect(0, 0, 1, 1));
        mat.Dispose();
        Assert.Equal(9, part.At<byte>(0, 0));
    }

    [Fact]
    public void Setting_a_part_copies_into_it()
    {
        using var mat = new Mat(3, 3, MatType.CV_8UC1, Scalar.All(0));
        using var value = new Mat(1, 2, MatType.CV_8UC1, Scalar.All(5));
        mat[new Rect(1, 1, 2, 1)] = value;
        Assert.Equal(10, Cv2.Sum(mat).Val0);
        Assert.Equal(5, mat.At<byte>(1, 2));
        Assert.Throws<ArgumentException>(() => mat[new Rect(0, 0, 3, 3)] = value);
    }

    [Fact]
    public void Pixel_data_is_used_in_place()
    {
        var pixels = new byte[] { 1, 2, 3, 0, 4, 5, 6, 0 };
        var pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using var mat = Mat.FromPixelData(2, 3, MatType.CV_8UC1, pin.AddrOfPinnedObject(), 4);
            Assert.Equal(pin.AddrOfPinnedObject(), mat.Data);
            Assert.Equal(4L, mat.Step());
            Assert.False(mat.IsContinuous());
            mat.Set<byte>(1, 2, 60);
        }
        finally
        {
            pin.Free();
        }

        Assert.Equal(60, pixels[6]);
    }

    [Fact]
    public void A_clone_has_its_own_elements()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(1));
        using var clone = mat.Clone();
        clone.SetTo(Scalar.All(2));
        Assert.Equal(4, Cv2.Sum(mat).Val0);
        Assert.Equal(8, Cv2.Sum(clone).Val0);
    }

    [Fact]
    public void Copies_and_conversions_allocate_the_target()
    {
        using var mat = new Mat(2, 3, MatType.CV_8UC1, Scalar.All(100));
        using var copy = new Mat();
        using var floats = new Mat();
        mat.CopyTo(copy);
        mat.ConvertTo(floats, MatType.CV_32FC1, 0.5, 1);
        Assert.Equal(mat.Size(), copy.Size());
        Assert.Equal(MatType.CV_32FC1, floats.Type());
        Assert.Equal(51f, floats.At<float>(1, 2));
    }

    [Fact]
    public void A_mask_limits_copying_and_setting()
    {
        using var mat = new Mat(1, 3, MatType.CV_8UC1, Scalar.All(8));
        using var mask = new Mat(1, 3, MatType.CV_8UC1, Scalar.All(0));
        using var target = new Mat(1, 3, MatType.CV_8UC1, Scalar.All(1));
        mask.Set<byte>(0, 1, 255);
        mat.CopyTo(target, mask);
        Assert.Equal((1, 8, 1), (target.At<byte>(0, 0), target.At<byte>(0, 1), target.At<byte>(0, 2)));
        target.SetTo(3.0, mask);
        Assert.Equal((1, 3, 1), (target.At<byte>(0, 0), target.At<byte>(0, 1), target.At<byte>(0, 2)));
    }

    [Fact]
    public void Create_keeps_a_matrix_that_already_fits()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);
        var data = mat.Data;
        mat.Create(2, 2, MatType.CV_8UC1);
        Assert.Equal(data, mat.Data);
        mat.Create(new Size(5, 4), MatType.CV_8UC3);
        Assert.Equal((4, 5, 3), (mat.Rows, mat.Cols, mat.Channels()));
    }

    [Fact]
    public void A_disposed_matrix_is_refused()
    {
        var mat = new Mat(1, 1, MatType.CV_8UC1);
        Assert.False(mat.IsDisposed);
        mat.Dispose();
        mat.Dispose();
        Assert.True(mat.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => mat.Empty());
        Assert.Throws<ObjectDisposedException>(mat.ThrowIfDisposed);
    }

    [Fact]
    public void Native_errors_arrive_as_exceptions()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);
        var error = Assert.Throws<OpenCVException>(() => new Mat(mat, new Rect(1, 1, 5, 5)));
        Assert.Equal(ErrorCode.StsAssert, error.Status);
        Assert.NotEmpty(error.Message);
        Assert.Equal(error.ErrMsg, error.Message);
        Assert.NotEmpty(error.FuncName);
        Assert.True(error.Line > 0);
    }
}

namespace OpenCvSharp;

/// <content>Arithmetic, geometry without interpolation, channels.</content>
public static partial class Cv2
{
    /// <summary>Adds element by element, where the mask is not zero.</summary>
    public static void Add(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1)
    {
        Require(src1);
        Require(src2);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_add(In(src1), In(src2), dst.Target, In(mask), dtype));
        GC.KeepAlive(src1);
        GC.KeepAlive(src2);
        GC.KeepAlive(mask);
        dst.Fix();
    }

    /// <summary>Multiplies element by element and by a factor.</summary>
    public static void Multiply(InputArray src1, InputArray src2, OutputArray dst, double scale = 1, int dtype = -1)
    {
        Require(src1);
        Require(src2);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_multiply(In(src1), In(src2), dst.Target, scale, dtype));
        GC.KeepAlive(src1);
        GC.KeepAlive(src2);
        dst.Fix();
    }

    /// <summary>The distance between elements.</summary>
    public static void Absdiff(InputArray src1, InputArray src2, OutputArray dst)
    {
        Require(src1);
        Require(src2);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_absdiff(In(src1), In(src2), dst.Target));
        GC.KeepAlive(src1);
        GC.KeepAlive(src2);
        dst.Fix();
    }

    /// <summary>Blends as src1 * alpha + src2 * beta + gamma.</summary>
    public static void AddWeighted(
        InputArray src1, double alpha, InputArray src2, double beta, double gamma, OutputArray dst, int dtype = -1)
    {
        Require(src1);
        Require(src2);
        Require(dst);
        NativeMethods.Check(
            NativeMethods.shim_add_weighted(In(src1), alpha, In(src2), beta, gamma, dst.Target, dtype));
        GC.KeepAlive(src1);
        GC.KeepAlive(src2);
        dst.Fix();
    }

    /// <summary>Mirrors about an axis, or about both.</summary>
    public static void Flip(InputArray src, OutputArray dst, FlipMode flipCode)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_flip(In(src), dst.Target, (int)flipCode));
        GC.KeepAlive(src);
        dst.Fix();
    }

    /// <summary>Rotates by quarter turns.</summary>
    public static void Rotate(InputArray src, OutputArray dst, RotateFlags rotateCode)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_rotate(In(src), dst.Target, (int)rotateCode));
        GC.KeepAlive(src);
        dst.Fix();
    }

    /// <summary>Adds a border around an image.</summary>
    public static void CopyMakeBorder(
        InputArray src, OutputArray dst, int top, int bottom, int left, int right, BorderTypes borderType,
        Scalar? value = null)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_copy_make_border(
            In(src), dst.Target, top, bottom, left, right, (int)borderType, value.GetValueOrDefault()));
        GC.KeepAlive(src);
        dst.Fix();
    }

    /// <summary>Makes one matrix of several channels.</summary>
    public static unsafe void Merge(Mat[] mv, Mat dst)
    {
        ArgumentNullException.ThrowIfNull(mv);
        ArgumentNullException.ThrowIfNull(dst);
        if (mv.Length == 0)
            throw new ArgumentException("There are no channels.", nameof(mv));
        if (Array.Exists(mv, static m => m is null))
            throw new ArgumentException("A channel is null.", nameof(mv));
        fixed (nint* channels = Array.ConvertAll(mv, static m => m.Handle))
            NativeMethods.Check(NativeMethods.shim_merge(channels, mv.Length, dst.Handle));
        GC.KeepAlive(mv);
        GC.KeepAlive(dst);
    }
}

namespace OpenCvSharp;

/// <content>Geometry, colour and smoothing.</content>
public static partial class Cv2
{
    /// <summary>Scales an image to a size, or by factors where the size is empty.</summary>
    public static void Resize(
        InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0,
        InterpolationFlags interpolation = InterpolationFlags.Linear)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_resize(In(src), dst.Target, dsize, fx, fy, (int)interpolation));
        GC.KeepAlive(src);
        dst.Fix();
    }

    /// <summary>Maps an image through a matrix of two rows and three columns.</summary>
    public static void WarpAffine(
        InputArray src, OutputArray dst, InputArray m, Size dsize,
        InterpolationFlags flags = InterpolationFlags.Linear, BorderTypes borderMode = BorderTypes.Constant,
        Scalar? borderValue = null)
    {
        Require(src);
        ArgumentNullException.ThrowIfNull(dst);
        dst.ThrowIfDisposed();
        Require(m);
        NativeMethods.Check(NativeMethods.shim_warp_affine(
            In(src), dst.Target, In(m), dsize, (int)flags, (int)borderMode, borderValue.GetValueOrDefault()));
        GC.KeepAlive(src);
        GC.KeepAlive(m);
        dst.Fix();
    }

    /// <summary>Smooths with a Gaussian.</summary>
    public static void GaussianBlur(
        InputArray src, OutputArray dst, Size ksize, double sigmaX, double sigmaY = 0,
        BorderTypes borderType = BorderTypes.Default)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(
            NativeMethods.shim_gaussian_blur(In(src), dst.Target, ksize, sigmaX, sigmaY, (int)borderType));
        GC.KeepAlive(src);
        dst.Fix();
    }

    /// <summary>Smooths with the mean over a window; without an anchor its middle is the pixel.</summary>
    public static void Blur(
        InputArray src, OutputArray dst, Size ksize, Point? anchor = null, BorderTypes borderType = BorderTypes.Default)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(
            NativeMethods.shim_blur(In(src), dst.Target, ksize, anchor ?? new Point(-1, -1), (int)borderType));
        GC.KeepAlive(src);
        dst.Fix();
    }
}

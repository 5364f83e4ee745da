namespace OpenCvSharp;

/// <content>Statistics, random numbers, the library itself.</content>
public static partial class Cv2
{
    /// <summary>The sum of each channel.</summary>
    public static Scalar Sum(InputArray src)
    {
        Require(src);
        NativeMethods.Check(NativeMethods.shim_sum(In(src), out var sum));
        GC.KeepAlive(src);
        return sum;
    }

    /// <summary>The mean of each channel, where the mask is not zero.</summary>
    public static Scalar Mean(InputArray src, InputArray? mask = null)
    {
        Require(src);
        NativeMethods.Check(NativeMethods.shim_mean(In(src), In(mask), out var mean));
        GC.KeepAlive(src);
        GC.KeepAlive(mask);
        return mean;
    }

    /// <summary>The norm of a matrix, where the mask is not zero.</summary>
    public static double Norm(InputArray src1, NormTypes normType = NormTypes.L2, InputArray? mask = null)
    {
        Require(src1);
        NativeMethods.Check(NativeMethods.shim_norm(In(src1), (int)normType, In(mask), out var norm));
        GC.KeepAlive(src1);
        GC.KeepAlive(mask);
        return norm;
    }

    /// <summary>The norm of the difference of two matrices, where the mask is not zero.</summary>
    public static double Norm(
        InputArray src1, InputArray src2, NormTypes normType = NormTypes.L2, InputArray? mask = null)
    {
        Require(src1);
        Require(src2);
        NativeMethods.Check(
            NativeMethods.shim_norm_difference(In(src1), In(src2), (int)normType, In(mask), out var norm));
        GC.KeepAlive(src1);
        GC.KeepAlive(src2);
        GC.KeepAlive(mask);
        return norm;
    }

    /// <summary>The least and the greatest element.</summary>
    public static void MinMaxLoc(InputArray src, out double minVal, out double maxVal)
    {
        Require(src);
        NativeMethods.Check(NativeMethods.shim_min_max(In(src), out minVal, out maxVal));
        GC.KeepAlive(src);
    }

    /// <summary>Where the least and the greatest element are.</summary>
    public static void MinMaxLoc(InputArray src, out Point minLoc, out Point maxLoc) =>
        MinMaxLoc(src, out _, out _, out minLoc, out maxLoc);

    /// <summary>The least and the greatest element and where they are, where the mask is not zero.</summary>
    public static void MinMaxLoc(
        InputArray src, out double minVal, out double maxVal, out Point minLoc, out Point maxLoc,
        InputArray? mask = null)
    {
        Require(src);
        NativeMethods.Check(
            NativeMethods.shim_min_max_loc(In(src), out minVal, out maxVal, out minLoc, out maxLoc, In(mask)));
        GC.KeepAlive(src);
        GC.KeepAlive(mask);
    }

    /// <summary>Fills with even random numbers between two bounds.</summary>
    public static void Randu(InputOutputArray dst, InputArray low, InputArray high)
    {
        Require(dst);
        Require(low);
        Require(high);
        NativeMethods.Check(NativeMethods.shim_randu(dst.Target, In(low), In(high)));
        GC.KeepAlive(low);
        GC.KeepAlive(high);
        dst.Fix();
    }

    /// <summary>Fills with even random numbers between two bounds.</summary>
    public static void Randu(InputOutputArray dst, Scalar low, Scalar high)
    {
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_randu(dst.Target, new NativeInput(low), new NativeInput(high)));
        dst.Fix();
    }

    /// <summary>Fills with normal random numbers.</summary>
    public static void Randn(InputOutputArray dst, InputArray mean, InputArray stddev)
    {
        Require(dst);
        Require(mean);
        Require(stddev);
        NativeMethods.Check(NativeMethods.shim_randn(dst.Target, In(mean), In(stddev)));
        GC.KeepAlive(mean);
        GC.KeepAlive(stddev);
        dst.Fix();
    }

    /// <summary>Fills with normal random numbers.</summary>
    public static void Randn(InputOutputArray dst, Scalar mean, Scalar stddev)
    {
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_randn(dst.Target, new NativeInput(mean), new NativeInput(stddev)));
        dst.Fix();
    }

    /// <summary>Seeds the random numbers of this thread.</summary>
    public static RNG SetTheRNG(ulong state)
    {
        NativeMethods.Check(NativeMethods.shim_set_rng_state(state));
        return new RNG(state);
    }

    /// <summary>Sets how many threads OpenCV may use; a negative number stands for its own choice.</summary>
    public static void SetNumThreads(int nThreads) =>
        NativeMethods.Check(NativeMethods.shim_set_num_threads(nThreads));
}

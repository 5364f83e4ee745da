using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial int shim_add(in NativeInput a, in NativeInput b, nint dst, in NativeInput mask, int dtype);

    [LibraryImport(Library)]
    public static partial int shim_multiply(in NativeInput a, in NativeInput b, nint dst, double scale, int dtype);

    [LibraryImport(Library)]
    public static partial int shim_absdiff(in NativeInput a, in NativeInput b, nint dst);

    [LibraryImport(Library)]
    public static partial int shim_add_weighted(
        in NativeInput a, double alpha, in NativeInput b, double beta, double gamma, nint dst, int dtype);

    [LibraryImport(Library)]
    public static partial int shim_sum(in NativeInput src, out Scalar result);

    [LibraryImport(Library)]
    public static partial int shim_mean(in NativeInput src, in NativeInput mask, out Scalar result);

    [LibraryImport(Library)]
    public static partial int shim_norm(in NativeInput src, int type, in NativeInput mask, out double result);

    [LibraryImport(Library)]
    public static partial int shim_norm_difference(
        in NativeInput a, in NativeInput b, int type, in NativeInput mask, out double result);

    [LibraryImport(Library)]
    public static partial int shim_min_max(in NativeInput src, out double low, out double high);

    [LibraryImport(Library)]
    public static partial int shim_min_max_loc(
        in NativeInput src, out double low, out double high, out Point lowAt, out Point highAt, in NativeInput mask);

    [LibraryImport(Library)]
    public static partial int shim_flip(in NativeInput src, nint dst, int mode);

    [LibraryImport(Library)]
    public static partial int shim_rotate(in NativeInput src, nint dst, int mode);

    [LibraryImport(Library)]
    public static partial int shim_copy_make_border(
        in NativeInput src, nint dst, int top, int bottom, int left, int right, int type, in Scalar value);

    [LibraryImport(Library)]
    public static partial int shim_merge(nint* channels, int count, nint dst);

    [LibraryImport(Library)]
    public static partial int shim_randu(nint dst, in NativeInput low, in NativeInput high);

    [LibraryImport(Library)]
    public static partial int shim_randn(nint dst, in NativeInput mean, in NativeInput deviation);

    [LibraryImport(Library)]
    public static partial int shim_set_rng_state(ulong state);

    [LibraryImport(Library)]
    public static partial int shim_set_num_threads(int count);
}

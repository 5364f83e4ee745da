using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial int shim_mat_new(out nint result);

    [LibraryImport(Library)]
    public static partial int shim_mat_new_size(int rows, int cols, int type, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_mat_new_filled(int rows, int cols, int type, in Scalar value, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_mat_new_roi(nint source, Rect roi, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_mat_new_data(int rows, int cols, int type, nint data, long step, out nint result);

    [LibraryImport(Library)]
    public static partial void shim_mat_delete(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_dims(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_rows(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_cols(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_type(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_depth(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_channels(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_elem_size(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_empty(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_is_continuous(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int shim_mat_is_submatrix(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long shim_mat_total(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long shim_mat_step(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial byte* shim_mat_data(nint mat);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint shim_mat_ptr1(nint mat, int i0);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint shim_mat_ptr2(nint mat, int i0, int i1);

    [LibraryImport(Library)]
    public static partial int shim_mat_clone(nint mat, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_mat_copy_to(nint mat, nint target, in NativeInput mask);

    [LibraryImport(Library)]
    public static partial int shim_mat_convert_to(nint mat, nint target, int type, double alpha, double beta);

    [LibraryImport(Library)]
    public static partial int shim_mat_create(nint mat, int rows, int cols, int type);

    [LibraryImport(Library)]
    public static partial int shim_mat_set_to(nint mat, in NativeInput value, in NativeInput mask);
}

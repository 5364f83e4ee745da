using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial void shim_tensor_release(nint tensor);

    [LibraryImport(Library)]
    public static partial int shim_tensor_from_data(
        void* data, long* sizes, int dimensions, int dtype, out nint result);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int shim_tensor_dimensions(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long shim_tensor_numel(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int shim_tensor_dtype(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int shim_tensor_is_contiguous(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void shim_tensor_sizes(nint tensor, long* sizes);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void shim_tensor_strides(nint tensor, long* strides);

    [LibraryImport(Library)]
    public static partial int shim_tensor_data(nint tensor, out nint data);

    [LibraryImport(Library)]
    public static partial int shim_tensor_requires_grad(nint tensor);

    [LibraryImport(Library)]
    public static partial int shim_tensor_set_requires_grad(nint tensor, int required);

    [LibraryImport(Library)]
    public static partial int shim_tensor_grad(nint tensor, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_tensor_set_grad(nint tensor, nint gradient);

    [LibraryImport(Library)]
    public static partial int shim_tensor_backward(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int shim_grad_mode_enabled();

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void shim_grad_mode_set(int enabled);
}

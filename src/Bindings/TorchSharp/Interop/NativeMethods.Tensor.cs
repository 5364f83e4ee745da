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
    public static partial int shim_tensor_from_memory(
        void* data, long* sizes, int dimensions, int dtype, delegate* unmanaged<nint, void> release, nint context,
        out nint result);

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
    public static partial long shim_tensor_element_size(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long shim_tensor_storage_offset(nint tensor);

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
    public static partial int shim_tensor_is_leaf(nint tensor);

    [LibraryImport(Library)]
    public static partial int shim_tensor_retain_grad(nint tensor);

    [LibraryImport(Library)]
    public static partial int shim_tensor_grad(nint tensor, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_tensor_set_grad(nint tensor, nint gradient);

    [LibraryImport(Library)]
    public static partial int shim_autograd_backward(
        nint* tensors, int tensorCount, nint* gradients, int gradientCount, int retainGraph, int createGraph,
        nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int shim_autograd_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int shim_grad_mode_enabled();

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void shim_grad_mode_set(int enabled);

    [LibraryImport(Library)]
    public static partial int shim_inference_mode_enabled();

    [LibraryImport(Library)]
    public static partial int shim_inference_mode_enter(int enabled, out nint result);

    [LibraryImport(Library)]
    public static partial void shim_inference_mode_leave(nint mode);
}

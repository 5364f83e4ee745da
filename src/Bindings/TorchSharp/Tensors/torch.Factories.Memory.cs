using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    private static unsafe Tensor FromSpan<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
        where T : unmanaged
    {
        CheckLength(dimensions, values.Length);
        fixed (T* data = values)
            return Copy(data, dimensions, ToScalarType(typeof(T)), dtype, device, requires_grad, names);
    }

    private static unsafe Tensor Copy(
        void* data, ReadOnlySpan<long> dimensions, ScalarType elementType, ScalarType? dtype, Device? device,
        bool requires_grad, string[]? names)
    {
        InitializeDevice(device);
        nint handle;
        fixed (long* sizes = dimensions)
            Check(shim_tensor_from_data(data, sizes, dimensions.Length, (int)elementType, out handle));
        return Convert(new Tensor(handle), dtype, requires_grad, names);
    }

    private static Tensor Convert(Tensor tensor, ScalarType? dtype, bool requires_grad, string[]? names)
    {
        if (dtype is { } type && type != tensor.dtype)
            tensor = tensor.to_type(type, disposeAfter: true);
        return Finish(tensor, requires_grad, names);
    }

    private static void CheckLength(ReadOnlySpan<long> dimensions, long length)
    {
        var product = 1L;
        foreach (var size in dimensions)
            product *= size;
        if (product > length)
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {product} vs. {length}");
    }
}

using System.Buffers;
using System.Runtime.InteropServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) =>
        from_array(rawArray, dtype: null, device);

    /// <summary>A tensor over the array's own memory, which stays pinned as long as anything uses it.</summary>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var shape = Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength).ToArray();
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        var handle = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        return Share(handle.AddrOfPinnedObject(), shape, type, handle, dtype, device, requires_grad, names);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) =>
        from_array(data, dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        var type = dtype ?? data.dtype;
        return data.dtype != type ? data.to(type, device ?? data.device) : data.alias();
    }

    private static unsafe Tensor FromMemory<T>(
        Memory<T> memory, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
        where T : unmanaged
    {
        CheckLength(dimensions, memory.Length);
        object pin = memory.Pin();
        var address = (nint)((MemoryHandle)pin).Pointer;
        return Share(
            address, dimensions, ToScalarType(typeof(T)), GCHandle.Alloc(pin), dtype, device, requires_grad, names);
    }

    private static unsafe Tensor FromArray(
        Array array, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        var shape = Enumerable.Range(0, array.Rank).Select(array.GetLongLength).ToArray();
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(array))
            return Copy(
                data, shape, ToScalarType(array.GetType().GetElementType()!), dtype, device, requires_grad, names);
    }

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

    private static unsafe Tensor Share(
        nint data, ReadOnlySpan<long> dimensions, ScalarType elementType, GCHandle owner, ScalarType? dtype,
        Device? device, bool requires_grad, string[]? names)
    {
        InitializeDevice(device);
        nint handle;
        fixed (long* sizes = dimensions)
            Check(shim_tensor_from_memory(
                (void*)data, sizes, dimensions.Length, (int)elementType, &ReleaseOwner, GCHandle.ToIntPtr(owner),
                out handle));
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

    [UnmanagedCallersOnly]
    private static void ReleaseOwner(nint context)
    {
        var owner = GCHandle.FromIntPtr(context);
        if (owner.Target is MemoryHandle pin)
            pin.Dispose();
        owner.Free();
    }
}

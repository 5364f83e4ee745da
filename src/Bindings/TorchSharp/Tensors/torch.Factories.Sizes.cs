namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, size.ToArray(), dtype, device), requires_grad, names);

    public static Tensor zeros(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, [size], dtype, device), requires_grad, names);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled(Aten.Zeros, [dim0, dim1, dim2, dim3], dtype, device), requires_grad, names);

    public static Tensor ones(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Ones, [size], dtype, device), requires_grad, names);

    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled(Aten.Ones, [dim0, dim1, dim2, dim3], dtype, device), requires_grad, names);

    public static Tensor empty(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized(size, dtype, device), requires_grad, names);

    public static Tensor empty(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized([size], dtype, device), requires_grad, names);

    private static Tensor Filled(Operator factory, long[] size, ScalarType? dtype, Device? device) =>
        factory.Call(size, dtype ?? DefaultType, Argument.None, InitializeDevice(device), Argument.None);

    private static Tensor Uninitialized(long[] size, ScalarType? dtype, Device? device) =>
        Aten.Empty.Call(
            size, dtype ?? DefaultType, Argument.None, InitializeDevice(device), Argument.None, Argument.None);

    private static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("The binding has no named dimensions.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }
}

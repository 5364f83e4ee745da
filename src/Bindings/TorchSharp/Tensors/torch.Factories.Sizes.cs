namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, size, dtype, device), requires_grad, names);

    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, size.ToArray(), dtype, device), requires_grad, names);

    public static Tensor zeros(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, [size], dtype, device), requires_grad, names);

    public static Tensor zeros(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, [rows, columns], dtype, device), requires_grad, names);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Zeros, [dim0, dim1, dim2], dtype, device), requires_grad, names);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled(Aten.Zeros, [dim0, dim1, dim2, dim3], dtype, device), requires_grad, names);

    public static Tensor ones(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Ones, size, dtype, device), requires_grad, names);

    public static Tensor ones(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Ones, size.ToArray(), dtype, device), requires_grad, names);

    public static Tensor ones(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Ones, [size], dtype, device), requires_grad, names);

    public static Tensor ones(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Ones, [rows, columns], dtype, device), requires_grad, names);

    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(Aten.Ones, [dim0, dim1, dim2], dtype, device), requires_grad, names);

    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled(Aten.Ones, [dim0, dim1, dim2, dim3], dtype, device), requires_grad, names);

    public static Tensor empty(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized(size, dtype, device), requires_grad, names);

    public static Tensor empty(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized(size.ToArray(), dtype, device), requires_grad, names);

    public static Tensor empty(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized([size], dtype, device), requires_grad, names);

    public static Tensor empty(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized([rows, columns], dtype, device), requires_grad, names);

    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Uninitialized([dim0, dim1, dim2], dtype, device), requires_grad, names);

    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Uninitialized([dim0, dim1, dim2, dim3], dtype, device), requires_grad, names);

    public static Tensor full(
        long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled(size, value, dtype, device), requires_grad, names);

    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled(size.ToArray(), value, dtype, device), requires_grad, names);

    public static Tensor full(
        long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Filled([size], value, dtype, device), requires_grad, names);

    public static Tensor full(
        long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled([rows, columns], value, dtype, device), requires_grad, names);

    public static Tensor full(
        long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled([dim0, dim1, dim2], value, dtype, device), requires_grad, names);

    public static Tensor full(
        long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Finish(Filled([dim0, dim1, dim2, dim3], value, dtype, device), requires_grad, names);

    private static Tensor Filled(Operator factory, long[] size, ScalarType? dtype, Device? device) =>
        factory.Call(size, dtype ?? _defaultType, Argument.None, InitializeDevice(device), Argument.None);

    private static Tensor Filled(long[] size, Scalar value, ScalarType? dtype, Device? device)
    {
        var type = dtype ?? (is_integral(value.Type) ? ScalarType.Int64 : _defaultType);
        return Aten.Full.Call(size, value, type, Argument.None, InitializeDevice(device), Argument.None);
    }

    private static Tensor Uninitialized(long[] size, ScalarType? dtype, Device? device) =>
        Aten.Empty.Call(
            size, dtype ?? _defaultType, Argument.None, InitializeDevice(device), Argument.None, Argument.None);

    private static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("The binding has no named dimensions.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }
}

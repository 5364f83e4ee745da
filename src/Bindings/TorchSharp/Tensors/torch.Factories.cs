namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var integral = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (integral ? ScalarType.Int64 : _defaultType);
        return Finish(
            Aten.Arange.Call(start, stop, step, type, Argument.None, InitializeDevice(device), Argument.None),
            requires_grad,
            null);
    }

    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(
        Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(
            Aten.Eye.Call(
                rows, columns == -1 ? rows : columns, dtype ?? _defaultType, Argument.None, InitializeDevice(device),
                Argument.None),
            requires_grad,
            names);

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finish(
            Aten.Linspace.Call(
                start, end, steps, dtype ?? _defaultType, Argument.None, InitializeDevice(device), Argument.None),
            requires_grad,
            null);

    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Like(Aten.EmptyLike, input, dtype, device), requires_grad, names);

    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Like(Aten.ZerosLike, input, dtype, device), requires_grad, names);

    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Like(Aten.OnesLike, input, dtype, device), requires_grad, names);

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(
            Aten.FullLike.Call(
                input, value, dtype, Argument.None, InitializeDevice(device), Argument.None, Argument.None),
            requires_grad,
            names);

    private static Tensor Like(Operator factory, Tensor input, ScalarType? dtype, Device? device) =>
        factory.Call(input, dtype, Argument.None, InitializeDevice(device), Argument.None, Argument.None);
}

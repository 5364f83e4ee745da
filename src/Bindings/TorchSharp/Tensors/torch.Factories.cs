namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(Like(Aten.ZerosLike, input, dtype, device), requires_grad, names);

    private static Tensor Like(Operator factory, Tensor input, ScalarType? dtype, Device? device) =>
        factory.Call(input, dtype, Argument.None, InitializeDevice(device), Argument.None, Argument.None);
}

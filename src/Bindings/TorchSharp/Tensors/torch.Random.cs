namespace TorchSharp;

public static partial class torch
{
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Finish(Random(Aten.Rand, size, generator, dtype, device), requires_grad, names);

    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Finish(Random(Aten.Rand, size.ToArray(), generator, dtype, device), requires_grad, names);

    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Finish(Random(Aten.Randn, size, generator, dtype, device), requires_grad, names);

    private static Tensor Random(
        Operator factory, long[] size, Generator? generator, ScalarType? dtype, Device? device) =>
        factory.Call(
            size, generator, dtype ?? DefaultType, Argument.None, InitializeDevice(device), Argument.None);

    public static class random
    {
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);
    }
}

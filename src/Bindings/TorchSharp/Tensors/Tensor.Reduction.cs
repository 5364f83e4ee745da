namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor mean() => Aten.Mean.Call(this, Argument.None);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.MeanDimensions.Call(this, dimensions, keepdim, type);

        public Tensor sum(ScalarType? type = null) => Aten.Sum.Call(this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimensions.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            sum(dim.ToArray(), keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimensions.Call(this, new[] { dim }, keepdim, type);
    }
}

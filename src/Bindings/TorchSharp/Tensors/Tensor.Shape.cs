namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor expand(params long[] sizes) => Aten.Expand.Call(this, sizes, false);

        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Call(this, dim, start, length);

        public Tensor permute(params long[] permutation) => Aten.Permute.Call(this, permutation);

        public Tensor reshape(params long[] shape) => Aten.Reshape.Call(this, shape);

        public Tensor view(params long[] shape) => Aten.View.Call(this, shape);
    }
}

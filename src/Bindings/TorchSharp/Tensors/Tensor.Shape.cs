namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor T => Aten.Transpose.Call(this, 0L, 1L);

        public Tensor mT => Aten.Transpose.Call(this, -2L, -1L);

        public Tensor[] chunk(long chunks, long dim = 0) => Aten.Chunk.CallList(this, chunks, dim);

        public Tensor expand(params long[] sizes) => Aten.Expand.Call(this, sizes, false);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.Expand.Call(this, sizes, isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Aten.Expand.Call(this, sizes.ToArray(), isImplicit);

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Flatten.Call(this, start_dim, end_dim);

        public Tensor flip(params long[] dims) => Aten.Flip.Call(this, dims);

        public Tensor gather(long dim, Tensor index) => Aten.Gather.Call(this, dim, index, false);

        public Tensor index_select(long dim, Tensor index) => Aten.IndexSelect.Call(this, dim, index);

        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFill.Call(this, mask, value);

        public Tensor masked_select(Tensor mask) => Aten.MaskedSelect.Call(this, mask);

        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Call(this, dim, start, length);

        public Tensor nonzero() => Aten.Nonzero.Call(this);

        public Tensor permute(params long[] permutation) => Aten.Permute.Call(this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor repeat(params long[] sizes) => Aten.Repeat.Call(this, sizes);

        public Tensor reshape(params long[] shape) => Aten.Reshape.Call(this, shape);

        public Tensor slice(long dim, long start, long finish, long step)
        {
            if (step < 1)
                throw new ArgumentException($"step is {step}, but it should always be positive.");
            return Aten.Slice.Call(this, dim, start, finish, step);
        }

        public Tensor[] split(long size, int dim = 0) => Aten.Split.CallList(this, size, (long)dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Aten.SplitSizes.CallList(this, sizes, dim);

        public Tensor squeeze(long? dim = null) =>
            dim is { } d ? Aten.SqueezeDimension.Call(this, d) : Aten.Squeeze.Call(this);

        public Tensor t() => Aten.Transpose.Call(this, 0L, 1L);

        public Tensor transpose(long dim0, long dim1) => Aten.Transpose.Call(this, dim0, dim1);

        public Tensor[] unbind(long dimension = 0) => Aten.Unbind.CallList(this, dimension);

        public Tensor unfold(long dimension, long size, long step) => Aten.Unfold.Call(this, dimension, size, step);

        public Tensor unsqueeze(long dim) => Aten.Unsqueeze.Call(this, dim);

        public Tensor view(params long[] shape) => Aten.View.Call(this, shape);

        public Tensor view_as(Tensor other) => view(other.shape);
    }
}

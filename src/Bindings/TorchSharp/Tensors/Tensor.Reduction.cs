namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor all() => Aten.All.Call(this);

        public Tensor all(long dim, bool keepdim = false) => Aten.AllDimension.Call(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Aten.Amax.Call(this, dims, false);

        public Tensor amin(params long[] dims) => Aten.Amin.Call(this, dims, false);

        public Tensor any() => Aten.Any.Call(this);

        public Tensor any(long dim, bool keepdim = false) => Aten.AnyDimension.Call(this, dim, keepdim);

        public Tensor argmax() => Aten.Argmax.Call(this, Argument.None, false);

        public Tensor argmax(long dim, bool keepdim = false) => Aten.Argmax.Call(this, dim, keepdim);

        public Tensor argmin() => Aten.Argmin.Call(this, Argument.None, false);

        public Tensor argmin(long dim, bool keepdim = false) => Aten.Argmin.Call(this, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) => Aten.CountNonzero.Call(this, dims ?? []);

        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.Logsumexp.Call(this, new[] { dim }, keepdim);

        public Tensor max() => Aten.Max.Call(this);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Aten.MaxDimension.CallPair(this, dim, keepdim);

        public Tensor mean() => Aten.Mean.Call(this, Argument.None);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.MeanDimensions.Call(this, dimensions, keepdim, type);

        public Tensor median() => Aten.Median.Call(this);

        public Tensor min() => Aten.Min.Call(this);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Aten.MinDimension.CallPair(this, dim, keepdim);

        public Tensor norm(float p = 2) => Aten.Norm.Call(this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            Aten.NormDimensions.Call(this, p, new[] { (long)dim }, keepdim);

        public Tensor prod(ScalarType? type = null) => Aten.Prod.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.ProdDimension.Call(this, dim, keepdim, type);

        public Tensor std(bool unbiased = true) => Aten.Std.Call(this, unbiased);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            AsType(Aten.StdDimensions.Call(this, dimensions, unbiased, keepdim), type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        public Tensor sum(ScalarType? type = null) => Aten.Sum.Call(this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimensions.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            sum(dim.ToArray(), keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimensions.Call(this, new[] { dim }, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimensions.Call(this, new[] { dim0, dim1 }, keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimensions.Call(this, new[] { dim0, dim1, dim2 }, keepdim, type);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.Topk.CallPair(this, (long)k, (long)dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.SortStable.CallPair(this, stable, dim, descending);

        public Tensor var(bool unbiased = true) => Aten.Var.Call(this, unbiased);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            AsType(Aten.VarDimensions.Call(this, dimensions, unbiased, keepdim), type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        private static Tensor AsType(Tensor result, ScalarType? type) =>
            type is { } wanted && wanted != result.dtype ? result.to_type(wanted, disposeAfter: true) : result;
    }
}

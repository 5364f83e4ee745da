using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Aten.Select.Call(this, 0L, i1);
            set => Assign(value, i1);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Pick(i1, i2);
            set => Assign(value, i1, i2);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Pick(i1, i2, i3);
            set => Assign(value, i1, i2, i3);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Pick(i1, i2, i3, i4);
            set => Assign(value, i1, i2, i3, i4);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, advanced) = Resolve(indices);
            if (advanced is null)
                return view == (object)this ? alias() : view;
            var result = Aten.Index.Call(view, Argument.Optional(advanced));
            Discard(view, advanced, indices);
            return result;
        }

        public Tensor index(params Tensor[] indices) => Aten.Index.Call(this, Argument.Optional(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            var (view, advanced) = Resolve(indices);
            if (advanced is null)
                view.copy_(value);
            else
                Aten.IndexPutInPlace.Run(view, Argument.Optional(advanced), value, false);
            Discard(view, advanced, indices);
            return alias();
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            Aten.IndexPutInPlace.Call(this, Argument.Optional(indices), value, false);

        private Tensor Pick(params ReadOnlySpan<long> indices)
        {
            var result = this;
            foreach (var index in indices)
                result = Replace(result, Aten.Select.Call(result, 0L, index));
            return result;
        }

        private void Assign(Tensor value, params ReadOnlySpan<long> indices)
        {
            using var target = Pick(indices);
            target.copy_(value);
        }

        /// <summary>
        /// Applies what can be done with views, one dimension after another, and returns the tensors that are
        /// left for advanced indexing, or null if there are none.
        /// </summary>
        private (Tensor View, Tensor?[]? Advanced) Resolve(TensorIndex[] indices)
        {
            var view = this;
            var advanced = new List<Tensor?>();
            var consumed = indices.Sum(Consumed);
            var dimension = 0L;
            foreach (var index in indices)
                switch (index.Kind)
                {
                    case TensorIndex.IndexKind.Single:
                        view = Replace(view, Aten.Select.Call(view, dimension, index.Start ?? 0L));
                        break;
                    case TensorIndex.IndexKind.Slice:
                        if (index.Start is not null || index.Stop is not null || index.Step is not null)
                            view = Replace(
                                view, Aten.Slice.Call(view, dimension, index.Start, index.Stop, index.Step ?? 1L));
                        dimension++;
                        break;
                    case TensorIndex.IndexKind.None or TensorIndex.IndexKind.Null:
                        view = Replace(view, Aten.Unsqueeze.Call(view, dimension));
                        dimension++;
                        break;
                    case TensorIndex.IndexKind.Ellipsis:
                        dimension += Dimensions - consumed;
                        break;
                    case TensorIndex.IndexKind.Bool:
                        view = Replace(view, Aten.Unsqueeze.Call(view, dimension));
                        Place(advanced, dimension++, tensor(new[] { index.Start == 1 }));
                        break;
                    case TensorIndex.IndexKind.Tensor:
                        Place(advanced, dimension, index.Indices);
                        dimension += Consumed(index);
                        break;
                }

            return (view, advanced.Count == 0 ? null : advanced.ToArray());
        }

        /// <summary>Tells how many dimensions an index stands for; a mask stands for all of its own.</summary>
        private static long Consumed(TensorIndex index) => index.Kind switch
        {
            TensorIndex.IndexKind.Single or TensorIndex.IndexKind.Slice => 1,
            TensorIndex.IndexKind.Tensor when index.Indices!.dtype is ScalarType.Bool or ScalarType.Byte =>
                index.Indices.Dimensions,
            TensorIndex.IndexKind.Tensor => 1,
            _ => 0,
        };

        private static void Place(List<Tensor?> advanced, long dimension, Tensor? index)
        {
            while (advanced.Count < dimension)
                advanced.Add(null);
            advanced.Add(index);
        }

        private Tensor Replace(Tensor old, Tensor next)
        {
            if (old != (object)this)
                old.Dispose();
            return next;
        }

        /// <summary>Disposes of the intermediate view and of the indices that did not come from the caller.</summary>
        private void Discard(Tensor view, Tensor?[]? advanced, TensorIndex[] indices)
        {
            if (view != (object)this)
                view.Dispose();
            foreach (var index in advanced ?? [])
                if (index is not null && !indices.Any(i => i.Indices == (object)index))
                    index.Dispose();
        }
    }
}

using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => View(indices);
            set => Assign(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => View(i1);
            set => Assign(value, i1);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => View(i1, i2);
            set => Assign(value, i1, i2);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => View(i1, i2, i3);
            set => Assign(value, i1, i2, i3);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => View(i1, i2, i3, i4);
            set => Assign(value, i1, i2, i3, i4);
        }

        private void Assign(Tensor value, params ReadOnlySpan<TensorIndex> indices)
        {
            using var target = View(indices);
            target.copy_(value);
        }

        /// <summary>Applies the indices one after another, each by a view of the view before.</summary>
        private Tensor View(params ReadOnlySpan<TensorIndex> indices)
        {
            var left = Dimensions;
            foreach (var index in indices)
                if (index.Kind is TensorIndex.IndexKind.Single or TensorIndex.IndexKind.Slice)
                    left--;

            var view = alias();
            var dimension = 0L;
            foreach (var index in indices)
            {
                if (index.Kind == TensorIndex.IndexKind.Ellipsis)
                {
                    dimension += left;
                    continue;
                }

                using var before = view;
                view = index.Kind switch
                {
                    TensorIndex.IndexKind.Single => Aten.Select.Call(before, dimension, index.Start ?? 0L),
                    TensorIndex.IndexKind.Slice =>
                        Aten.Slice.Call(before, dimension, index.Start, index.Stop, index.Step ?? 1L),
                    _ => Aten.Unsqueeze.Call(before, dimension),
                };
                if (index.Kind != TensorIndex.IndexKind.Single)
                    dimension++;
            }

            return view;
        }
    }
}

using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => KeptAlive(shim_tensor_dimensions(Handle));

        public long NumberOfElements => KeptAlive(shim_tensor_numel(Handle));

        public ScalarType dtype => (ScalarType)KeptAlive(shim_tensor_dtype(Handle));

        public Device device => CPU;

        public DeviceType device_type => DeviceType.CPU;

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* pointer = sizes)
                    shim_tensor_sizes(Handle, pointer);
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public bool requires_grad
        {
            get => KeptAlive(shim_tensor_requires_grad(Handle)) != 0;
            set => Check(KeptAlive(shim_tensor_set_requires_grad(Handle, value ? 1 : 0)));
        }

        public Tensor? grad
        {
            get
            {
                Check(shim_tensor_grad(Handle, out var gradient));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Check(shim_tensor_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        public long numel() => NumberOfElements;

        public unsafe long size(int dim)
        {
            var count = (int)Dimensions;
            var sizes = stackalloc long[count];
            shim_tensor_sizes(Handle, sizes);
            GC.KeepAlive(this);
            return sizes[WrapDimension(dim, count)];
        }

        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* pointer = strides)
                shim_tensor_strides(Handle, pointer);
            GC.KeepAlive(this);
            return strides;
        }

        public bool is_contiguous() => KeptAlive(shim_tensor_is_contiguous(Handle)) != 0;

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void backward() => Check(KeptAlive(shim_tensor_backward(Handle)));

        public override string ToString() =>
            IsInvalid ? "" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        private static int WrapDimension(int dim, int count)
        {
            if (dim < -count || dim >= count)
                throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {count} dimensions.");
            return dim < 0 ? dim + count : dim;
        }

        /// <summary>Passes on what a native function returned, with this object alive until it had.</summary>
        private T KeptAlive<T>(T result)
        {
            GC.KeepAlive(this);
            return result;
        }
    }
}

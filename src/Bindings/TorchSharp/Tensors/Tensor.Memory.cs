using TorchSharp.Utils;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Gets or sets the elements of a contiguous tensor as they lie in memory.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                    throw new NotImplementedException("Bytes() called on non-contiguous tensor.");
                return Memory<byte>(checked((int)(NumberOfElements * ElementSize)));
            }

            set
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("SetBytes() called on non-contiguous tensor.");
                var target = bytes;
                if (target.Length != value.Length)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(target);
                GC.KeepAlive(this);
            }
        }

        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType<T>();
            return new TensorAccessor<T>(this);
        }

        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            ValidateType<T>();
            return KeptAlive(Memory<T>(1)[0]);
        }

        public Scalar ToScalar()
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Only one-element tensors can be converted to scalars");
            return dtype switch
            {
                ScalarType.Bool => item<bool>(),
                _ when is_integral() => to(ScalarType.Int64).item<long>(),
                _ => to(ScalarType.Float64).item<double>(),
            };
        }

        internal unsafe nint Data()
        {
            Check(shim_tensor_data(Handle, out var pointer));
            return pointer;
        }

        private unsafe Span<T> Memory<T>(int count)
            where T : unmanaged =>
            new((void*)Data(), count);

        private void ValidateType<T>()
        {
            if (ToScalarType(typeof(T)) != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}

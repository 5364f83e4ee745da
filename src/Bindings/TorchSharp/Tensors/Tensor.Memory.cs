using TorchSharp.Utils;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
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

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const long ContiguousFormat = 0;

        public Tensor alias() => Aten.Alias.Call(this);

        public Tensor clone() => Aten.Clone.Call(this, Argument.None);

        public Tensor contiguous() => Aten.Contiguous.Call(this, ContiguousFormat);

        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Aten.CopyInPlace.Run(this, source, nonBlocking);
            return this;
        }

        public Tensor cpu() => to_type(dtype);

        public Tensor detach() => Aten.Detach.Call(this);

        public Tensor fill_(Scalar value) => Aten.FillInPlace.Call(this, value);

        public Tensor zero_() => Aten.ZeroInPlace.Call(this);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Aten.BernoulliInPlace.Call(this, p, generator);

        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) =>
            Aten.NormalInPlace.Call(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Aten.UniformInPlace.Call(this, from, to, generator);

        public Tensor to_type(
            ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var result = Aten.To.Call(this, type, non_blocking, copy, Argument.None);
            if (disposeAfter)
                Dispose();
            return result;
        }

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(
            ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            InitializeDevice(device);
            return to_type(type, copy, disposeAfter, non_blocking);
        }

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) =>
            to(dtype, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => to_type(other.dtype, non_blocking: non_blocking);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);
    }
}

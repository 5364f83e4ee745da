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

        public Tensor detach() => Aten.Detach.Call(this);

        public Tensor to_type(
            ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var result = Aten.To.Call(this, type, non_blocking, copy, Argument.None);
            if (disposeAfter)
                Dispose();
            return result;
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);
    }
}

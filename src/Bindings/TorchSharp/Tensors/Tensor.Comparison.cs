namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor gt(Scalar target) => Aten.GtScalar.Call(this, target);
    }
}

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.Abs.Call(this);

        public Tensor add(Tensor target) => Aten.Add.Call(this, target, 1L);

        public Tensor add_(Tensor target) => Aten.AddInPlace.Call(this, target, 1L);

        public Tensor add_(Tensor target, Scalar alpha) => Aten.AddInPlace.Call(this, target, alpha);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Call(this, min, max);

        public Tensor exp() => Aten.Exp.Call(this);

        public Tensor log() => Aten.Log.Call(this);

        public Tensor log1p() => Aten.Log1p.Call(this);

        public Tensor mul(Tensor target) => Aten.Mul.Call(this, target);

        public Tensor mul_(Scalar target) => Aten.MulScalarInPlace.Call(this, target);

        public Tensor relu() => Aten.Relu.Call(this);

        public Tensor sigmoid() => Aten.Sigmoid.Call(this);
    }
}

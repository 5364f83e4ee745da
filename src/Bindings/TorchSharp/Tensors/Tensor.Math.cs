namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.Abs.Call(this);

        public Tensor abs_() => Aten.AbsInPlace.Call(this);

        public Tensor add(Tensor target) => Aten.Add.Call(this, target, 1L);

        public Tensor add(Tensor target, Scalar alpha) => Aten.Add.Call(this, target, alpha);

        public Tensor add(Scalar scalar) => Aten.AddScalar.Call(this, scalar, 1L);

        public Tensor add(Scalar scalar, Scalar alpha) => Aten.AddScalar.Call(this, scalar, alpha);

        public Tensor add_(Tensor target) => Aten.AddInPlace.Call(this, target, 1L);

        public Tensor add_(Tensor target, Scalar alpha) => Aten.AddInPlace.Call(this, target, alpha);

        public Tensor add_(Scalar scalar) => Aten.AddScalarInPlace.Call(this, scalar, 1L);

        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.AddScalarInPlace.Call(this, scalar, alpha);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.Addcdiv.Call(this, tensor1, tensor2, 1L);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.Addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Aten.AddcdivInPlace.Call(this, tensor1, tensor2, 1L);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.AddcdivInPlace.Call(this, tensor1, tensor2, value);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.Addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.AddcmulInPlace.Call(this, tensor1, tensor2, value);

        public Tensor bmm(Tensor batch2) => Aten.Bmm.Call(this, batch2);

        public Tensor ceil() => Aten.Ceil.Call(this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.ClampTensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.ClampInPlace.Call(this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor cos() => Aten.Cos.Call(this);

        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.Cumsum.Call(this, dim, type);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.Div.Call(this, target)
                : Aten.DivMode.Call(this, target, rounding_mode.ToString());

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.DivScalar.Call(this, target)
                : Aten.DivScalarMode.Call(this, target, rounding_mode.ToString());

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.DivInPlace.Call(this, target)
                : Aten.DivModeInPlace.Call(this, target, rounding_mode.ToString());

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.DivScalarInPlace.Call(this, target)
                : Aten.DivScalarModeInPlace.Call(this, target, rounding_mode.ToString());

        public Tensor dot(Tensor target) => Aten.Dot.Call(this, target);

        public Tensor exp() => Aten.Exp.Call(this);

        public Tensor exp_() => Aten.ExpInPlace.Call(this);

        public Tensor expm1() => Aten.Expm1.Call(this);

        public Tensor floor() => Aten.Floor.Call(this);

        public Tensor lerp(Tensor end, Tensor weight) => Aten.Lerp.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Aten.LerpInPlace.Call(this, end, weight);

        public Tensor log() => Aten.Log.Call(this);

        public Tensor log_() => Aten.LogInPlace.Call(this);

        public Tensor log1p() => Aten.Log1p.Call(this);

        public Tensor log2() => Aten.Log2.Call(this);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.LogSoftmax.Call(this, dim, dtype);

        public Tensor matmul(Tensor target) => Aten.Matmul.Call(this, target);

        public Tensor mm(Tensor target) => Aten.Mm.Call(this, target);

        public Tensor mul(Tensor target) => Aten.Mul.Call(this, target);

        public Tensor mul(Scalar target) => Aten.MulScalar.Call(this, target);

        public Tensor mul_(Tensor target) => Aten.MulInPlace.Call(this, target);

        public Tensor mul_(Scalar target) => Aten.MulScalarInPlace.Call(this, target);

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.NanToNum.Call(this, nan, Optional(posinf), Optional(neginf));

        public Tensor neg() => Aten.Neg.Call(this);

        public Tensor neg_() => Aten.NegInPlace.Call(this);

        public Tensor pow(Tensor exponent) => Aten.Pow.Call(this, exponent);

        public Tensor pow(Scalar exponent) => Aten.PowScalar.Call(this, exponent);

        public Tensor pow_(Tensor exponent) => Aten.PowInPlace.Call(this, exponent);

        public Tensor pow_(Scalar exponent) => Aten.PowScalarInPlace.Call(this, exponent);

        public Tensor reciprocal() => Aten.Reciprocal.Call(this);

        public Tensor relu() => Aten.Relu.Call(this);

        public Tensor relu_() => Aten.ReluInPlace.Call(this);

        public Tensor round(long decimals = 0) => Aten.Round.Call(this, decimals);

        public Tensor rsqrt() => Aten.Rsqrt.Call(this);

        public Tensor sigmoid() => Aten.Sigmoid.Call(this);

        public Tensor sigmoid_() => Aten.SigmoidInPlace.Call(this);

        public Tensor sign() => Aten.Sign.Call(this);

        public Tensor sin() => Aten.Sin.Call(this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.Softmax.Call(this, dim, dtype);

        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.Softplus.Call(this, beta, threshold);

        public Tensor sqrt() => Aten.Sqrt.Call(this);

        public Tensor sqrt_() => Aten.SqrtInPlace.Call(this);

        public Tensor square() => Aten.Square.Call(this);

        public Tensor sub(Tensor target) => Aten.Sub.Call(this, target, 1L);

        public Tensor sub(Scalar target) => Aten.SubScalar.Call(this, target, 1L);

        public Tensor sub_(Tensor target) => Aten.SubInPlace.Call(this, target, 1L);

        public Tensor sub_(Scalar target) => Aten.SubScalarInPlace.Call(this, target, 1L);

        public Tensor tanh() => Aten.Tanh.Call(this);

        private static Argument Optional(double? value) => value is { } v ? v : Argument.None;
    }
}

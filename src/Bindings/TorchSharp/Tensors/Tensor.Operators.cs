namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator -(Tensor tensor) => Aten.Neg.Call(tensor);

        public static Tensor operator +(Tensor left, Tensor right) => Aten.Add.Call(left, right, 1L);

        public static Tensor operator +(Tensor left, int right) => Aten.AddScalar.Call(left, (long)right, 1L);

        public static Tensor operator +(Tensor left, float right) => Aten.AddScalar.Call(left, (double)right, 1L);

        public static Tensor operator +(Tensor left, double right) => Aten.AddScalar.Call(left, right, 1L);

        public static Tensor operator -(Tensor left, Tensor right) => Aten.Sub.Call(left, right, 1L);

        public static Tensor operator -(Tensor left, int right) => Aten.SubScalar.Call(left, (long)right, 1L);

        public static Tensor operator -(Tensor left, float right) => Aten.SubScalar.Call(left, (double)right, 1L);

        public static Tensor operator -(Tensor left, double right) => Aten.SubScalar.Call(left, right, 1L);

        public static Tensor operator -(double left, Tensor right) => Aten.RsubScalar.Call(right, left, 1L);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, int right) => Aten.MulScalar.Call(left, (long)right);

        public static Tensor operator *(Tensor left, float right) => Aten.MulScalar.Call(left, (double)right);

        public static Tensor operator *(Tensor left, double right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator /(Tensor left, Tensor right) => Aten.Div.Call(left, right);

        public static Tensor operator /(Tensor left, int right) => Aten.DivScalar.Call(left, (long)right);

        public static Tensor operator /(Tensor left, float right) => Aten.DivScalar.Call(left, (double)right);

        public static Tensor operator /(Tensor left, double right) => Aten.DivScalar.Call(left, right);
    }
}

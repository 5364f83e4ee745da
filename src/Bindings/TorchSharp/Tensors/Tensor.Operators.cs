namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static implicit operator Tensor(byte value) => tensor(value);

        public static implicit operator Tensor(int value) => tensor(value);

        public static implicit operator Tensor(long value) => tensor(value);

        public static implicit operator Tensor(float value) => tensor(value);

        public static implicit operator Tensor(double value) => tensor(value);

        public static implicit operator Tensor(bool value) => tensor(value);

        public static implicit operator Tensor(Scalar scalar) => scalar.Type switch
        {
            ScalarType.Bool => tensor(scalar.ToBoolean()),
            ScalarType.Int64 => tensor(scalar.ToInt64()),
            _ => tensor(scalar.ToDouble()),
        };

        public static explicit operator float(Tensor value) => value.ToScalar().ToSingle();

        public static explicit operator double(Tensor value) => value.ToScalar().ToDouble();

        public static explicit operator byte(Tensor value) => value.ToScalar().ToByte();

        public static explicit operator int(Tensor value) => value.ToScalar().ToInt32();

        public static explicit operator long(Tensor value) => value.ToScalar().ToInt64();

        public static explicit operator bool(Tensor value) => value.ToScalar().ToBoolean();

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator ~(Tensor left) => Aten.BitwiseNot.Call(left);

        public static Tensor operator &(Tensor left, Tensor right) => Aten.BitwiseAnd.Call(left, right);

        public static Tensor operator |(Tensor left, Tensor right) => Aten.BitwiseOr.Call(left, right);

        public static Tensor operator ^(Tensor left, Tensor right) => Aten.BitwiseXor.Call(left, right);

        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        public static Tensor operator +(Tensor left, int right) => Aten.AddScalar.Call(left, (long)right, 1L);

        public static Tensor operator +(Tensor left, long right) => Aten.AddScalar.Call(left, right, 1L);

        public static Tensor operator +(Tensor left, float right) => Aten.AddScalar.Call(left, (double)right, 1L);

        public static Tensor operator +(Tensor left, double right) => Aten.AddScalar.Call(left, right, 1L);

        public static Tensor operator +(int left, Tensor right) => Aten.AddScalar.Call(right, (long)left, 1L);

        public static Tensor operator +(long left, Tensor right) => Aten.AddScalar.Call(right, left, 1L);

        public static Tensor operator +(float left, Tensor right) => Aten.AddScalar.Call(right, (double)left, 1L);

        public static Tensor operator +(double left, Tensor right) => Aten.AddScalar.Call(right, left, 1L);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        public static Tensor operator -(Scalar left, Tensor right) => Aten.RsubScalar.Call(right, left, 1L);

        public static Tensor operator -(Tensor left, int right) => Aten.SubScalar.Call(left, (long)right, 1L);

        public static Tensor operator -(Tensor left, long right) => Aten.SubScalar.Call(left, right, 1L);

        public static Tensor operator -(Tensor left, float right) => Aten.SubScalar.Call(left, (double)right, 1L);

        public static Tensor operator -(Tensor left, double right) => Aten.SubScalar.Call(left, right, 1L);

        public static Tensor operator -(int left, Tensor right) => Aten.RsubScalar.Call(right, (long)left, 1L);

        public static Tensor operator -(long left, Tensor right) => Aten.RsubScalar.Call(right, left, 1L);

        public static Tensor operator -(float left, Tensor right) => Aten.RsubScalar.Call(right, (double)left, 1L);

        public static Tensor operator -(double left, Tensor right) => Aten.RsubScalar.Call(right, left, 1L);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        public static Tensor operator *(Tensor left, int right) => Aten.MulScalar.Call(left, (long)right);

        public static Tensor operator *(Tensor left, long right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, float right) => Aten.MulScalar.Call(left, (double)right);

        public static Tensor operator *(Tensor left, double right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(int left, Tensor right) => Aten.MulScalar.Call(right, (long)left);

        public static Tensor operator *(long left, Tensor right) => Aten.MulScalar.Call(right, left);

        public static Tensor operator *(float left, Tensor right) => Aten.MulScalar.Call(right, (double)left);

        public static Tensor operator *(double left, Tensor right) => Aten.MulScalar.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        public static Tensor operator /(Scalar left, Tensor right) =>
            Aten.MulScalar.Call(right.reciprocal(), left);

        public static Tensor operator /(Tensor left, int right) => Aten.DivScalar.Call(left, (long)right);

        public static Tensor operator /(Tensor left, long right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, float right) => Aten.DivScalar.Call(left, (double)right);

        public static Tensor operator /(Tensor left, double right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(int left, Tensor right) => Aten.MulScalar.Call(right.reciprocal(), (long)left);

        public static Tensor operator /(long left, Tensor right) => Aten.MulScalar.Call(right.reciprocal(), left);

        public static Tensor operator /(float left, Tensor right) =>
            Aten.MulScalar.Call(right.reciprocal(), (double)left);

        public static Tensor operator /(double left, Tensor right) => Aten.MulScalar.Call(right.reciprocal(), left);
        public static Tensor operator %(Tensor left, Tensor right) => Aten.Remainder.Call(left, right);

        public static Tensor operator %(Tensor left, Scalar right) => Aten.RemainderScalar.Call(left, right);

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);
    }
}

using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number in the widest type of its kind, as libtorch keeps it.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ValueKind kind, long bits)
    {
        Kind = kind;
        Bits = bits;
    }

    public ScalarType Type => Kind switch
    {
        ValueKind.Double => ScalarType.Float64,
        ValueKind.Bool => ScalarType.Bool,
        _ => ScalarType.Int64,
    };

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    internal double Number => Kind == ValueKind.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    public static implicit operator Scalar(byte value) => Integer(value);

    public static implicit operator Scalar(sbyte value) => Integer(value);

    public static implicit operator Scalar(short value) => Integer(value);

    public static implicit operator Scalar(int value) => Integer(value);

    public static implicit operator Scalar(long value) => Integer(value);

    public static implicit operator Scalar(Half value) => FloatingPoint((double)value);

    public static implicit operator Scalar(float value) => FloatingPoint(value);

    public static implicit operator Scalar(double value) => FloatingPoint(value);

    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0);

    /// <summary>Does nothing: no native memory stands behind a scalar here.</summary>
    public void Dispose()
    {
    }

    private static Scalar Integer(long value) => new(ValueKind.Int, value);

    private static Scalar FloatingPoint(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));
}

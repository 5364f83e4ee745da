namespace TorchSharp;

/// <summary>A number in the widest type of its kind, as libtorch keeps it.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ValueKind kind, long bits)
    {
        Kind = kind;
        Bits = bits;
    }

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    public static implicit operator Scalar(int value) => Integer(value);

    public static implicit operator Scalar(long value) => Integer(value);

    public static implicit operator Scalar(float value) => FloatingPoint(value);

    public static implicit operator Scalar(double value) => FloatingPoint(value);

    /// <summary>Does nothing: no native memory stands behind a scalar here.</summary>
    public void Dispose()
    {
    }

    private static Scalar Integer(long value) => new(ValueKind.Int, value);

    private static Scalar FloatingPoint(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));
}

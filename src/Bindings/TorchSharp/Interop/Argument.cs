using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One argument of an operator. It holds on to the managed object behind a native handle, so that no
/// finalizer runs while the operator does.
/// </summary>
internal readonly struct Argument
{
    private Argument(ValueKind kind, long bits, object? reference, int count = 0)
    {
        Kind = kind;
        Bits = bits;
        Reference = reference;
        Count = count;
    }

    public static Argument None => default;

    public ValueKind Kind { get; }

    public long Bits { get; }

    public object? Reference { get; }

    /// <summary>Gets the length of a list, or the index of a device.</summary>
    public int Count { get; }

    /// <summary>Gets how many 64-bit words of scratch memory the argument's elements take.</summary>
    public int Words => Kind switch
    {
        ValueKind.IntList or ValueKind.DoubleList or ValueKind.TensorList => Count,
        _ => 0,
    };

    public static implicit operator Argument(Tensor? tensor) =>
        tensor is null ? default : new Argument(ValueKind.Tensor, tensor.Handle, tensor);

    public static implicit operator Argument(Tensor[] tensors) =>
        new(ValueKind.TensorList, 0, tensors, tensors.Length);

    public static implicit operator Argument(long value) => new(ValueKind.Int, value, null);

    public static implicit operator Argument(long? value) => value is { } v ? v : default(Argument);

    public static implicit operator Argument(double value) =>
        new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value), null);

    public static implicit operator Argument(bool value) => new(ValueKind.Bool, value ? 1 : 0, null);

    public static implicit operator Argument(ScalarType type) => new(ValueKind.Int, (long)type, null);

    public static implicit operator Argument(ScalarType? type) => type is { } t ? t : default(Argument);

    public static implicit operator Argument(long[]? values) =>
        values is null ? default : new Argument(ValueKind.IntList, 0, values, values.Length);

    public static implicit operator Argument(double[]? values) =>
        values is null ? default : new Argument(ValueKind.DoubleList, 0, values, values.Length);

    public static implicit operator Argument(Scalar? scalar) =>
        scalar is null ? default : new Argument(scalar.Kind, scalar.Bits, null);

    public static implicit operator Argument(Generator? generator) =>
        generator is null ? default : new Argument(ValueKind.Generator, generator.Handle, generator);

    public static implicit operator Argument(Device? device) =>
        device is null ? default : new Argument(ValueKind.Device, (long)device.type, null, device.index);
}

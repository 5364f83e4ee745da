using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>A tensor's values outside of torch.</summary>
/// <param name="Name">Its name in a state dictionary.</param>
/// <param name="Shape">Its dimensions; none for a scalar.</param>
/// <param name="Values">A <c>float[]</c> or a <c>long[]</c>; the last dimension varies fastest.</param>
public sealed record StoredTensor(string Name, long[] Shape, Array Values)
{
    /// <summary>Whether every value is finite.</summary>
    public bool IsFinite => Values is not float[] floats || Array.TrueForAll(floats, float.IsFinite);

    /// <summary>The values as they lie in memory.</summary>
    internal Span<byte> Bytes =>
        Values is float[] floats ? MemoryMarshal.AsBytes(floats.AsSpan()) : MemoryMarshal.AsBytes(((long[])Values).AsSpan());

    /// <summary>Copies a tensor's values.</summary>
    /// <param name="name">The name to store it under.</param>
    /// <param name="tensor">A tensor of type float32 or int64, on any device.</param>
    /// <exception cref="NotSupportedException">The tensor has another type.</exception>
    public static StoredTensor From(string name, Tensor tensor) => new(name, tensor.shape, tensor.dtype switch
    {
        ScalarType.Float32 => tensor.data<float>().ToArray(),
        ScalarType.Int64 => tensor.data<long>().ToArray(),
        _ => throw new NotSupportedException($"{name}: tensors of type {tensor.dtype} are not stored."),
    });

    /// <summary>Writes the values into a tensor.</summary>
    /// <param name="destination">A tensor of the same shape.</param>
    /// <exception cref="TrainingException">The tensor has another shape.</exception>
    public void CopyTo(Tensor destination)
    {
        if (!Shape.AsSpan().SequenceEqual(destination.shape))
            throw new TrainingException(
                $"{Name}: has shape [{string.Join(", ", Shape)}], but [{string.Join(", ", destination.shape)}] is needed.");
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        destination.copy_(Values is float[] floats ? tensor(floats, Shape) : tensor((long[])Values, Shape));
    }
}

using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    private const string SameModel =
        "Make sure that the model you are loading into is exactly the same as the origin.";

    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes the element type, the shape and the elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((long)tensor.dtype);
        writer.Encode(tensor.Dimensions);
        foreach (var size in tensor.shape)
            writer.Encode(size);
        using var contiguous = tensor.contiguous();
        writer.Write(contiguous.bytes);
    }

    /// <summary>Reads elements into a tensor of the type and shape that they were written with.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var stored = Load(reader);
        if (stored.dtype != tensor.dtype)
            throw new ArgumentException("Mismatched tensor data types while loading. " + SameModel);
        if (skip)
            return;
        if (!stored.shape.SequenceEqual(tensor.shape))
            throw new ArgumentException("Mismatched tensor shape while loading. " + SameModel);
        using var mode = no_grad();
        tensor.copy_(stored);
    }

    internal static Tensor Load(BinaryReader reader)
    {
        var type = (ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.Decode();
        var tensor = empty(shape, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }
}

using System.Runtime.InteropServices;

namespace LiveLandmarks.Training.Training;

/// <summary>The lists of tensors inside a <see cref="CheckpointFile"/>, whose remarks say the format.</summary>
internal static class TensorSerializer
{
    private const byte Float32 = 0, Int64 = 1;

    /// <summary>Writes a list.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<StoredTensor> tensors)
    {
        writer.Write(tensors.Count);
        foreach (var tensor in tensors)
        {
            writer.Write(tensor.Name);
            writer.Write(tensor.Values is float[] ? Float32 : Int64);
            writer.Write((byte)tensor.Shape.Length);
            foreach (var size in tensor.Shape)
                writer.Write(size);
            writer.Write(Bytes(tensor.Values));
        }
    }

    /// <summary>Reads a list that is known to be intact.</summary>
    public static IReadOnlyList<StoredTensor> Read(BinaryReader reader)
    {
        var tensors = new StoredTensor[reader.ReadInt32()];
        for (var i = 0; i < tensors.Length; i++)
        {
            var name = reader.ReadString();
            var type = reader.ReadByte();
            var shape = new long[reader.ReadByte()];
            for (var d = 0; d < shape.Length; d++)
                shape[d] = reader.ReadInt64();
            var count = shape.Aggregate(1L, (product, size) => product * size);
            Array values = type == Float32 ? new float[count] : new long[count];
            reader.BaseStream.ReadExactly(Bytes(values));
            tensors[i] = new StoredTensor(name, shape, values);
        }
        return tensors;
    }

    private static Span<byte> Bytes(Array values) => values is float[] floats
        ? MemoryMarshal.AsBytes(floats.AsSpan())
        : MemoryMarshal.AsBytes(((long[])values).AsSpan());
}

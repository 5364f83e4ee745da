using System.Runtime.InteropServices;

namespace LiveLandmarks.Training.Training;

/// <summary>The lists of tensors inside a <see cref="CheckpointFile"/>, whose remarks say the format.</summary>
internal static class TensorSerializer
{
    private const byte Float32 = 0, Int64 = 1;

    // A name without a letter, the type, no dimension.
    private const int SmallestTensor = 3;

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

    /// <summary>Reads a list. What it says of its sizes is believed no further than the file is long: a checksum that fits can be made by anybody.</summary>
    /// <exception cref="InvalidDataException">A size is none, or more than there is.</exception>
    /// <exception cref="EndOfStreamException">The file ends early.</exception>
    public static IReadOnlyList<StoredTensor> Read(BinaryReader reader)
    {
        var tensors = new StoredTensor[Checked(reader.ReadInt32(), SmallestTensor, reader)];
        for (var i = 0; i < tensors.Length; i++)
        {
            var name = reader.ReadString();
            var type = reader.ReadByte();
            var shape = new long[reader.ReadByte()];
            for (var d = 0; d < shape.Length; d++)
                shape[d] = reader.ReadInt64();
            if (type is not (Float32 or Int64))
                throw new InvalidDataException($"{name} has values of the unknown type {type}.");
            var width = type == Float32 ? sizeof(float) : sizeof(long);
            // Checked on the way: a product of sizes can be more than a number holds.
            var count = shape.Aggregate(1L, (product, size) => size == 0 ? 0 : product * Checked(size, Math.Max(1, product) * width, reader));
            Array values = type == Float32 ? new float[count] : new long[count];
            reader.BaseStream.ReadExactly(Bytes(values));
            tensors[i] = new StoredTensor(name, shape, values);
        }
        return tensors;
    }

    private static long Checked(long count, long bytesEach, BinaryReader reader) => count >= 0 && count <= (reader.BaseStream.Length - reader.BaseStream.Position) / bytesEach
        ? count
        : throw new InvalidDataException($"{count} times {bytesEach} bytes are more than the file holds.");

    private static Span<byte> Bytes(Array values) => values is float[] floats
        ? MemoryMarshal.AsBytes(floats.AsSpan())
        : MemoryMarshal.AsBytes(((long[])values).AsSpan());
}

using System.Security.Cryptography;
using System.Text;

namespace LiveLandmarks.Training.Training;

/// <summary>Reads checkpoints of version 1, which is no longer written.</summary>
/// <remarks>
/// The format: <c>LLCK</c>; version (int32); steps done (int64); best figure (double); options (string, JSON);
/// three lists of tensors, each a count (int32) and its tensors; the SHA-256 of all these bytes. A tensor is its name (string); <c>0</c>
/// for float32 or <c>1</c> for int64 (byte); the number of dimensions (byte); the dimensions (int64 each); the values. Numbers are
/// little-endian, strings as <see cref="BinaryWriter"/> writes them.
/// </remarks>
internal static class FirstCheckpointFormat
{
    private const int Version = 1;
    private const int HashLength = 32;
    private const byte Float32 = 0, Int64 = 1;

    // An empty name, the type and no dimensions.
    private const int SmallestTensor = 3;

    private static ReadOnlySpan<byte> Magic => "LLCK"u8;

    /// <summary>Whether a file has this format.</summary>
    /// <param name="start">Its first bytes.</param>
    public static bool HasFormat(ReadOnlySpan<byte> start) => start.StartsWith(Magic);

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file ends early.</exception>
    public static Checkpoint Read(FileStream file, string path)
    {
        RequireIntact(file);
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        var version = reader.ReadInt32();
        if (version != Version)
            throw new InvalidDataException($"version {version} of this format is not known.");
        var (step, best) = (reader.ReadInt64(), reader.ReadDouble());
        return new Checkpoint
        {
            Step = step,
            Best = best,
            Options = TrainingOptions.Parse(reader.ReadString(), path),
            Model = ReadList(reader),
            Average = ReadList(reader),
            Optimizer = ReadList(reader),
        };
    }

    private static void RequireIntact(FileStream file)
    {
        if (file.Length < Magic.Length + sizeof(int) + HashLength)
            throw new InvalidDataException("it ends early.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = file.Length - HashLength; left > 0;)
        {
            var count = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, count);
            left -= count;
        }
        Span<byte> stored = stackalloc byte[HashLength];
        file.ReadExactly(stored);
        if (!stored.SequenceEqual(hash.GetHashAndReset()))
            throw new InvalidDataException("its checksum does not match.");
        file.Position = Magic.Length;
    }

    /// <summary>Reads a list. Sizes are checked against the length of the file: anybody can make a file whose checksum matches.</summary>
    private static StoredTensor[] ReadList(BinaryReader reader)
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
            // Checked factor by factor, because the product of the sizes can overflow.
            var count = shape.Aggregate(
                1L, (product, size) => size == 0 ? 0 : product * Checked(size, Math.Max(1, product) * width, reader));
            tensors[i] = new StoredTensor(name, shape, type == Float32 ? new float[count] : new long[count]);
            reader.BaseStream.ReadExactly(tensors[i].Bytes);
        }
        return tensors;
    }

    private static long Checked(long count, long bytesEach, BinaryReader reader) =>
        count >= 0 && count <= (reader.BaseStream.Length - reader.BaseStream.Position) / bytesEach
        ? count
        : throw new InvalidDataException($"{count} times {bytesEach} bytes are more than the file holds.");
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace LiveLandmarks.Training.Data.Formats;

/// <summary>Assembles an array from its chunks, which a version 1 B-tree lists.</summary>
internal sealed class Hdf5Chunks
{
    private const int Deflate = 1;
    private const int Shuffle = 2;

    // Deflate makes at most 258 bytes from two bits.
    private const long MaxInflation = 1032;

    private readonly Hdf5File file;
    private readonly IReadOnlyList<int> filters;
    private readonly IReadOnlyList<int> dimensions;
    private readonly int elementSize;
    private readonly int[] chunk;
    private readonly long tree;
    private readonly byte[] whole;

    public Hdf5Chunks(Hdf5File file, byte[] layout, IReadOnlyList<int> filters, IReadOnlyList<int> dimensions, int elementSize)
    {
        (this.file, this.filters, this.dimensions, this.elementSize) = (file, filters, dimensions, elementSize);
        if (layout[2] != dimensions.Count + 1)
            throw new InvalidDataException("Chunks and array differ in their dimensions.");
        tree = BinaryPrimitives.ReadInt64LittleEndian(layout.AsSpan(3));
        chunk = [.. Enumerable.Range(0, dimensions.Count).Select(i => BinaryPrimitives.ReadInt32LittleEndian(layout.AsSpan(11 + 4 * i)))];
        var size = dimensions.Aggregate(elementSize, (product, dimension) => checked(product * dimension));
        if (size > MaxInflation * file.Length)
            throw new InvalidDataException("An array is larger than a file of this size can hold.");
        whole = new byte[size];
    }

    /// <summary>The identifiers of a filter pipeline's filters, in the order in which they were applied.</summary>
    public static IReadOnlyList<int> ParseFilters(byte[] pipeline)
    {
        var filters = new List<int>();
        if (pipeline[0] != 1)
            throw new InvalidDataException("The filters are not supported.");
        var at = 8;
        for (var i = 0; i < pipeline[1]; i++)
        {
            int name = BinaryPrimitives.ReadUInt16LittleEndian(pipeline.AsSpan(at + 2));
            int values = BinaryPrimitives.ReadUInt16LittleEndian(pipeline.AsSpan(at + 6));
            filters.Add(BinaryPrimitives.ReadUInt16LittleEndian(pipeline.AsSpan(at)));
            at += 8 + (name + 7) / 8 * 8 + (values + 1) / 2 * 8;
        }
        return filters;
    }

    /// <summary>The whole array's bytes.</summary>
    public byte[] Read()
    {
        if (tree != -1)
            ReadNode(tree, 0);
        return whole;
    }

    private void ReadNode(long address, int depth)
    {
        var head = file.Read(address, 24);
        if (!head.AsSpan(0, 4).SequenceEqual("TREE"u8) || head[4] != 1 || depth > 32)
            throw new InvalidDataException("The list of chunks is damaged.");
        int level = head[5];
        int count = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var keySize = 8 + 8 * (dimensions.Count + 1);
        var entries = file.Read(address + 24, (keySize + 8) * count);
        for (var i = 0; i < count; i++)
        {
            var key = entries.AsSpan(i * (keySize + 8), keySize);
            var child = BinaryPrimitives.ReadInt64LittleEndian(entries.AsSpan(i * (keySize + 8) + keySize));
            if (level > 0)
            {
                ReadNode(child, depth + 1);
                continue;
            }
            var offsets = new int[dimensions.Count];
            for (var d = 0; d < offsets.Length; d++)
                offsets[d] = checked((int)BinaryPrimitives.ReadInt64LittleEndian(key[(8 + 8 * d)..]));
            Place(Undo(file.Read(child, BinaryPrimitives.ReadUInt32LittleEndian(key)), BinaryPrimitives.ReadUInt32LittleEndian(key[4..])),
                offsets);
        }
    }

    private byte[] Undo(byte[] data, uint skipped)
    {
        for (var i = filters.Count - 1; i >= 0; i--)
        {
            if ((skipped >> i & 1) != 0)
                continue;
            data = filters[i] switch
            {
                Deflate => Inflate(data),
                Shuffle => Unshuffle(data),
                _ => throw new InvalidDataException($"Filter {filters[i]} is not supported; MATLAB uses deflate."),
            };
        }
        return data;
    }

    private static byte[] Inflate(byte[] data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    private byte[] Unshuffle(byte[] data)
    {
        var count = data.Length / elementSize;
        var plain = (byte[])data.Clone();
        for (var i = 0; i < count; i++)
        {
            for (var b = 0; b < elementSize; b++)
                plain[i * elementSize + b] = data[b * count + i];
        }
        return plain;
    }

    /// <summary>Copies a chunk's rows; the parts beyond the array are left out.</summary>
    private void Place(byte[] data, int[] offsets)
    {
        var last = chunk.Length - 1;
        var rows = 1;
        for (var d = 0; d < last; d++)
            rows = checked(rows * chunk[d]);
        var length = Math.Min(chunk[last], dimensions[last] - offsets[last]) * elementSize;
        if (length <= 0)
            return;
        for (var row = 0; row < rows; row++)
        {
            var (target, scale, rest, inside) = ((long)offsets[last], (long)dimensions[last], row, true);
            for (var d = last - 1; d >= 0; d--)
            {
                var index = offsets[d] + rest % chunk[d];
                rest /= chunk[d];
                inside &= index < dimensions[d];
                target += index * scale;
                scale *= dimensions[d];
            }
            if (inside)
                data.AsSpan(row * chunk[last] * elementSize, length).CopyTo(whole.AsSpan(checked((int)(target * elementSize))));
        }
    }
}

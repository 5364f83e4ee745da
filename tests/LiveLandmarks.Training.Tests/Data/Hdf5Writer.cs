using System.IO.Compression;
using System.Text;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>Writes HDF5 files in the form that MATLAB 7.3 uses: a user block of 512 bytes, superblock version 0, one group, object headers
/// of version 1.</summary>
internal sealed class Hdf5Writer
{
    private const int UserBlock = 512;
    private const int RootAt = 96;
    private const int RootLength = 16 + 24;

    private readonly List<byte> file = [.. new byte[RootAt + RootLength]];
    private readonly SortedDictionary<string, long> names = new(StringComparer.Ordinal);

    public enum Storage
    {
        Contiguous,
        Chunked,
    }

    /// <summary>Adds a dataset, with dimensions in the order of HDF5. A dataset without a name can only be referenced by address.</summary>
    /// <returns>The address of the dataset.</returns>
    public long Add(string? name, int[] dimensions, byte[] type, int elementSize, byte[] data, Storage storage = Storage.Contiguous)
    {
        var layout = storage == Storage.Chunked ? Chunk(dimensions, elementSize, data) : Contiguous(data);
        byte[] space = [1, (byte)dimensions.Length, 0, 0, 0, 0, 0, 0,
            .. dimensions.SelectMany(dimension => BitConverter.GetBytes((long)dimension))];
        var messages = new List<(int, byte[])> { (1, space), (3, type), (8, layout) };
        if (storage == Storage.Chunked)
            messages.Add((11, [1, 2, 0, 0, 0, 0, 0, 0, .. Filter(2, elementSize), .. Filter(1, 3)]));
        var address = Header(messages);
        if (name is not null)
            names.Add(name, address);
        return address;
    }

    public long Doubles(string? name, int[] dimensions, double[] values, Storage storage = Storage.Contiguous) => Add(
        name, dimensions, [0x11, 0x20, 63, 0, 8, 0, 0, 0, 0, 0, 64, 0, 52, 11, 0, 52, 255, 3, 0, 0, 0, 0, 0, 0], 8,
        [.. values.SelectMany(BitConverter.GetBytes)], storage);

    public long Bytes(string? name, int[] dimensions, byte[] values, Storage storage = Storage.Contiguous) =>
        Add(name, dimensions, [0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0], 1, values, storage);

    public long References(string name, int[] dimensions, long[] values) =>
        Add(name, dimensions, [0x17, 0, 0, 0, 8, 0, 0, 0], 8, [.. values.SelectMany(BitConverter.GetBytes)]);

    public byte[] ToArray()
    {
        // A local heap with the names, a leaf node, and a tree above the leaf.
        var heap = new List<byte>(new byte[8]);
        var entries = new List<byte>();
        var last = 0L;
        foreach (var (name, address) in names)
        {
            last = heap.Count;
            entries.AddRange([.. BitConverter.GetBytes((long)heap.Count), .. BitConverter.GetBytes(address), .. new byte[24]]);
            heap.AddRange([.. Encoding.ASCII.GetBytes(name), .. new byte[8 - name.Length % 8]]);
        }
        var heapData = Append([.. heap]);
        var heapAt = Append([.. "HEAP"u8, 0, 0, 0, 0, .. BitConverter.GetBytes((long)heap.Count), .. BitConverter.GetBytes(-1L),
            .. BitConverter.GetBytes(heapData)]);
        var leaf = Append([.. "SNOD"u8, 1, 0, (byte)names.Count, 0, .. entries]);
        var tree = Append(
            [.. "TREE"u8, 0, 0, 1, 0, .. BitConverter.GetBytes(-1L), .. BitConverter.GetBytes(-1L), .. new byte[8],
                .. BitConverter.GetBytes(leaf), .. BitConverter.GetBytes(last)]);

        var whole = file.ToArray();
        byte[] superblock =
        [
            0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, 0, 8, 8, 0, 4, 0, 16, 0, 0, 0, 0, 0,
            .. BitConverter.GetBytes((long)UserBlock), .. BitConverter.GetBytes(-1L),
            .. BitConverter.GetBytes((long)(UserBlock + whole.Length)), .. BitConverter.GetBytes(-1L),
            .. new byte[8], .. BitConverter.GetBytes((long)RootAt), .. new byte[24],
        ];
        superblock.CopyTo(whole, 0);
        byte[] root = [1, 0, 1, 0, 1, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0,
            .. Message(0x11, [.. BitConverter.GetBytes(tree), .. BitConverter.GetBytes(heapAt)])];
        root.CopyTo(whole, RootAt);
        return [.. new byte[UserBlock], .. whole];
    }

    private static byte[] Message(int type, byte[] data)
    {
        byte[] padded = [.. data, .. new byte[(8 - data.Length % 8) % 8]];
        return [(byte)type, 0, (byte)padded.Length, (byte)(padded.Length >> 8), 0, 0, 0, 0, .. padded];
    }

    private static byte[] Filter(int id, int value) => [(byte)id, 0, 0, 0, 0, 0, 1, 0, .. BitConverter.GetBytes(value), .. new byte[4]];

    /// <summary>Writes an object header. The last message has its own block, so that readers must follow a continuation.</summary>
    private long Header(List<(int Type, byte[] Data)> messages)
    {
        var last = Message(messages[^1].Type, messages[^1].Data);
        var continued = Append(last);
        byte[] first =
        [
            .. messages.Take(messages.Count - 1).SelectMany(message => Message(message.Type, message.Data)),
            .. Message(0x10, [.. BitConverter.GetBytes(continued), .. BitConverter.GetBytes((long)last.Length)]),
        ];
        return Append([1, 0, (byte)(messages.Count + 1), 0, 1, 0, 0, 0, .. BitConverter.GetBytes(first.Length), 0, 0, 0, 0, .. first]);
    }

    private byte[] Contiguous(byte[] data) => [3, 1, .. BitConverter.GetBytes(Append(data)), .. BitConverter.GetBytes((long)data.Length)];

    /// <summary>Writes chunks of 2 along every dimension, shuffled and deflated. Chunks at the edge extend beyond the array.</summary>
    private byte[] Chunk(int[] dimensions, int elementSize, byte[] data)
    {
        const int Side = 2;
        var rank = dimensions.Length;
        var entries = new List<byte>();
        var chunks = 0;
        int[] counts = [.. dimensions.Select(dimension => (dimension + Side - 1) / Side)];
        var elements = (int)Math.Pow(Side, rank);
        for (; chunks < counts.Aggregate(1, (product, count) => product * count); chunks++)
        {
            var origin = Digits(chunks, counts).Select(digit => Side * digit).ToArray();
            var content = new byte[elements * elementSize];
            for (var i = 0; i < elements; i++)
            {
                var place = Digits(i, [.. Enumerable.Repeat(Side, rank)]).Select((digit, d) => digit + origin[d]).ToArray();
                if (place.Where((index, d) => index >= dimensions[d]).Any())
                    continue;
                var from = place.Select((index, d) => (index, d)).Aggregate(0, (sum, next) => sum * dimensions[next.d] + next.index);
                for (var b = 0; b < elementSize; b++)
                    content[b * elements + i] = data[from * elementSize + b];
            }
            var deflated = Deflate(content);
            entries.AddRange([.. BitConverter.GetBytes(deflated.Length), 0, 0, 0, 0,
                .. origin.SelectMany(at => BitConverter.GetBytes((long)at)), .. new byte[8]]);
            entries.AddRange(BitConverter.GetBytes(Append(deflated)));
        }
        var tree = Append(
            [.. "TREE"u8, 1, 0, (byte)chunks,
                (byte)(chunks >> 8), .. BitConverter.GetBytes(-1L), .. BitConverter.GetBytes(-1L), .. entries,
                .. new byte[8 * (rank + 2)]]);
        return [3, 2, (byte)(rank + 1), .. BitConverter.GetBytes(tree), .. Enumerable.Repeat(Side, rank).SelectMany(BitConverter.GetBytes),
            .. BitConverter.GetBytes(elementSize)];
    }

    private static int[] Digits(int number, int[] counts)
    {
        var digits = new int[counts.Length];
        for (var d = counts.Length - 1; d >= 0; d--)
            (number, digits[d]) = Math.DivRem(number, counts[d]);
        return digits;
    }

    private static byte[] Deflate(byte[] data)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(data);
        return deflated.ToArray();
    }

    private long Append(byte[] data)
    {
        var at = file.Count;
        file.AddRange(data);
        file.AddRange(new byte[(8 - data.Length % 8) % 8]);
        return at;
    }
}

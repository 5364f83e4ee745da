using System.Buffers.Binary;

namespace LiveLandmarks.Training.Data.Formats;

/// <summary>An array in an HDF5 file, row by row; its dimensions are MATLAB's in reverse.</summary>
internal sealed class Hdf5Dataset
{
    private const int MaxDimensions = 8;

    private readonly Hdf5File file;
    private readonly int elementSize;
    private readonly int elementClass;
    private readonly byte[] layout;
    private readonly IReadOnlyList<int> filters;

    internal Hdf5Dataset(Hdf5File file, List<(int Type, byte[] Data)> messages)
    {
        this.file = file;
        byte[] Message(int type, string what) =>
            messages.FirstOrDefault(message => message.Type == type).Data ?? throw new InvalidDataException($"A variable has no {what}.");

        Dimensions = ParseSpace(Message(1, "dimensions"));
        var type = Message(3, "type");
        elementClass = type[0] & 15;
        elementSize = BinaryPrimitives.ReadInt32LittleEndian(type.AsSpan(4));
        if (elementClass is not (0 or 1 or 7) || elementSize is < 1 or > 8 || elementClass != 7 && (type[1] & 1) != 0)
            throw new InvalidDataException("Only little-endian numbers and references are supported.");
        layout = Message(8, "layout");
        filters = messages.FirstOrDefault(message => message.Type == 11).Data is { } pipeline ? Hdf5Chunks.ParseFilters(pipeline) : [];
    }

    /// <summary>Length along each dimension.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>Number of elements.</summary>
    public int Count => Dimensions.Aggregate(1, (product, dimension) => checked(product * dimension));

    /// <summary>The elements as numbers.</summary>
    public double[] ReadNumbers()
    {
        var bytes = ReadElements();
        var numbers = new double[Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = bytes.AsSpan(i * elementSize, elementSize);
            numbers[i] = (elementClass, elementSize) switch
            {
                (1, 8) => BinaryPrimitives.ReadDoubleLittleEndian(at),
                (1, 4) => BinaryPrimitives.ReadSingleLittleEndian(at),
                (0, 1) => at[0],
                (0, 2) => BinaryPrimitives.ReadUInt16LittleEndian(at),
                (0, 4) => BinaryPrimitives.ReadUInt32LittleEndian(at),
                _ => throw new InvalidDataException("Numbers of an unknown type."),
            };
        }
        return numbers;
    }

    /// <summary>The elements as single bytes.</summary>
    public byte[] ReadBytes() =>
        elementClass == 0 && elementSize == 1 ? ReadElements() : throw new InvalidDataException("An array of bytes was expected.");

    /// <summary>The datasets that the elements refer to: the cells of a MATLAB cell array, by address.</summary>
    public long[] ReadReferences()
    {
        if (elementClass != 7 || elementSize != 8)
            throw new InvalidDataException("A cell array was expected.");
        var bytes = ReadElements();
        var references = new long[Count];
        for (var i = 0; i < references.Length; i++)
            references[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8 * i));
        return references;
    }

    private static int[] ParseSpace(byte[] space)
    {
        int rank = space[1];
        if (rank > MaxDimensions)
            throw new InvalidDataException("Too many dimensions.");
        var at = space[0] == 1 ? 8 : 4;
        return [.. Enumerable.Range(0, rank).Select(i => checked((int)BinaryPrimitives.ReadInt64LittleEndian(space.AsSpan(at + 8 * i))))];
    }

    private byte[] ReadElements()
    {
        var size = checked(Count * elementSize);
        if (layout[0] != 3)
            throw new InvalidDataException($"A layout of version {layout[0]} is not supported; MATLAB writes 3.");
        var bytes = layout[1] switch
        {
            0 => layout[4..(4 + BinaryPrimitives.ReadUInt16LittleEndian(layout.AsSpan(2)))],
            1 => file.Read(BinaryPrimitives.ReadInt64LittleEndian(layout.AsSpan(2)), size),
            2 => new Hdf5Chunks(file, layout, filters, Dimensions, elementSize).Read(),
            _ => throw new InvalidDataException("The layout is not supported."),
        };
        return bytes.Length >= size ? bytes : throw new InvalidDataException("An array is cut off.");
    }
}

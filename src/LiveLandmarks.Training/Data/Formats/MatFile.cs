using System.IO.Compression;
using System.Text;

namespace LiveLandmarks.Training.Data.Formats;

/// <summary>
/// Reads MATLAB files of level 5 ("MAT-File Format", MathWorks; what <c>save -v7</c> and older write): numbers, text and cells, as
/// far as data sets need them. Files of version 7.3 are HDF5: <see cref="Hdf5File"/>.
/// </summary>
internal static class MatFile
{
    private const int HeaderLength = 128;
    private const int Matrix = 14;
    private const int Compressed = 15;
    private const int MaxNesting = 4;

    /// <summary>Reads the variables of a file; variables of unsupported kinds are left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read or does not have this format.</exception>
    public static IReadOnlyDictionary<string, MatArray> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (
            e is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException or OutOfMemoryException)
        {
            throw new InputException($"{path}: not a MATLAB level 5 file, or cut off; download it again. ({e.Message})", e);
        }
    }

    private static Dictionary<string, MatArray> Parse(byte[] file)
    {
        if (file.Length < HeaderLength || file[126] != (byte)'I' || file[127] != (byte)'M')
            throw new InvalidDataException("No header of a little-endian level 5 file.");
        var variables = new Dictionary<string, MatArray>();
        ReadOnlySpan<byte> rest = file.AsSpan(HeaderLength);
        while (rest.Length >= 8)
        {
            var (type, data) = Take(ref rest, padded: false);
            if (type == Compressed)
            {
                ReadOnlySpan<byte> inflated = Inflate(data);
                (type, data) = Take(ref inflated, padded: false);
            }
            if (type == Matrix && ParseMatrix(data, 0) is var (name, array))
                variables[name] = array;
        }
        return variables;
    }

    private static byte[] Inflate(ReadOnlySpan<byte> data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    /// <summary>Takes one data element off the front: tag, data, and padding to 8 bytes.</summary>
    private static (int Type, byte[] Data) Take(ref ReadOnlySpan<byte> rest, bool padded = true)
    {
        var type = BitConverter.ToInt32(rest);
        if (type >> 16 is var small and > 0)
        {
            var little = rest.Slice(4, small).ToArray();
            rest = rest[8..];
            return (type & 0xFFFF, little);
        }
        var length = BitConverter.ToInt32(rest[4..]);
        var data = rest.Slice(8, length).ToArray();
        var whole = padded ? (length + 7) / 8 * 8 : length;
        rest = rest[Math.Min(rest.Length, 8 + whole)..];
        return (type, data);
    }

    private static (string Name, MatArray Array)? ParseMatrix(ReadOnlySpan<byte> data, int nesting)
    {
        if (nesting > MaxNesting)
            throw new InvalidDataException("Cells are nested too deeply.");
        if (data.IsEmpty)
            return ("", new MatArray { Dimensions = [0, 0] });
        var kind = Take(ref data).Data[0];
        var sizes = Take(ref data).Data;
        int[] dimensions = [.. Enumerable.Range(0, sizes.Length / 4).Select(i => BitConverter.ToInt32(sizes, 4 * i))];
        var name = Encoding.ASCII.GetString(Take(ref data).Data);
        switch (kind)
        {
            case 1:
                var cells = new List<MatArray>();
                while (data.Length >= 8)
                {
                    var (type, cell) = Take(ref data);
                    cells.Add(type == Matrix && ParseMatrix(cell, nesting + 1) is var (_, inner)
                        ? inner
                        : throw new InvalidDataException("A cell is not an array."));
                }
                return (name, new MatArray { Dimensions = dimensions, Cells = cells });
            case 4:
                var (encoding, text) = Take(ref data);
                return (name, new MatArray { Dimensions = dimensions,
                    Text = (encoding is 4 or 17 ? Encoding.Unicode : Encoding.UTF8).GetString(text) });
            case >= 6 and <= 15:
                var (numberType, numbers) = Take(ref data);
                return (name, new MatArray { Dimensions = dimensions, Numbers = Numbers(numberType, numbers) });
            default:
                return null;
        }
    }

    private static double[] Numbers(int type, byte[] data) => type switch
    {
        1 => Convert(data, 1, at => (sbyte)data[at]),
        2 => Convert(data, 1, at => data[at]),
        3 => Convert(data, 2, at => BitConverter.ToInt16(data, at)),
        4 => Convert(data, 2, at => BitConverter.ToUInt16(data, at)),
        5 => Convert(data, 4, at => BitConverter.ToInt32(data, at)),
        6 => Convert(data, 4, at => BitConverter.ToUInt32(data, at)),
        7 => Convert(data, 4, at => BitConverter.ToSingle(data, at)),
        9 => Convert(data, 8, at => BitConverter.ToDouble(data, at)),
        12 => Convert(data, 8, at => BitConverter.ToInt64(data, at)),
        13 => Convert(data, 8, at => BitConverter.ToUInt64(data, at)),
        _ => throw new InvalidDataException($"Numbers of the unknown type {type}."),
    };

    private static double[] Convert(byte[] data, int size, Func<int, double> number)
    {
        var numbers = new double[data.Length / size];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = number(i * size);
        return numbers;
    }
}

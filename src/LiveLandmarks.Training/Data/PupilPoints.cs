using System.Buffers.Binary;
using System.Globalization;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// The pupils of a folder's pictures, from the 478 points that MediaPipe's attention mesh finds: <c>mesh/mesh478.csv</c> with the columns
/// <c>row, set, name</c> and <c>mesh/mesh478.i16</c>, [rows, 478, 2], x and y in sixteenths of a pixel, little endian.
/// </summary>
internal sealed class PupilPoints
{
    private const int Points = 478, LeftInPicture = 468, RightInPicture = 473, BytesPerRow = Points * 2 * sizeof(short);
    private const float UnitsPerPixel = 16;

    private readonly Dictionary<string, (Landmark Right, Landmark Left)> pupils = [];

    /// <summary>Reads the files beside a folder of pictures.</summary>
    /// <param name="folder">The pictures' folder, such as <c>train</c>; its name is the rows' <c>set</c>.</param>
    /// <exception cref="InputException">The files are missing or do not have this layout; the message names them.</exception>
    public static PupilPoints Beside(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var mesh = Path.Combine(Path.GetDirectoryName(full) ?? full, "mesh");
        var (names, values) = (Path.Combine(mesh, "mesh478.csv"), Path.Combine(mesh, "mesh478.i16"));
        try
        {
            return Read(names, File.ReadAllLines(names), values, File.ReadAllBytes(values), Path.GetFileName(full));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{mesh}: the pupils are in mesh478.csv and mesh478.i16 there, which cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The pupils of a picture, by its name without extension, image pixels; the person's right one first. Null if there are
    /// none.</summary>
    public (Landmark Right, Landmark Left)? Find(string name) => pupils.TryGetValue(name, out var found) ? found : null;

    private static PupilPoints Read(string namesPath, string[] lines, string valuesPath, byte[] values, string set)
    {
        var found = new PupilPoints();
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = lines[i].Split(',');
            if (fields.Length < 3 || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
                throw new InputException($"{namesPath}:{i + 1}: row, set and name expected.");
            if (fields[1] != set)
                continue;
            if ((row + 1L) * BytesPerRow > values.Length)
                throw new InputException($"{valuesPath}: ends before row {row}, which {Path.GetFileName(namesPath)} names.");
            var points = values.AsSpan(row * BytesPerRow, BytesPerRow);
            found.pupils[fields[2]] = (At(points, LeftInPicture), At(points, RightInPicture));
        }
        return found;
    }

    private static Landmark At(ReadOnlySpan<byte> points, int index)
    {
        var at = points[(2 * sizeof(short) * index)..];
        return new Landmark(
            BinaryPrimitives.ReadInt16LittleEndian(at) / UnitsPerPixel,
            BinaryPrimitives.ReadInt16LittleEndian(at[sizeof(short)..]) / UnitsPerPixel, 1);
    }
}

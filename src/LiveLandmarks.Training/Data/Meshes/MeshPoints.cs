using System.Buffers.Binary;
using System.Globalization;

namespace LiveLandmarks.Training.Data.Meshes;

/// <summary>
/// The 478 points that MediaPipe's attention mesh finds in each of a folder's pictures: <c>mesh478.csv</c> with the columns
/// <c>row, set, name</c> and <c>mesh478.i16</c>, [rows, 478, 2], x and y in sixteenths of a pixel, little endian.
/// </summary>
internal sealed class MeshPoints
{
    /// <summary>Points of a face.</summary>
    public const int Count = 478;

    /// <summary>The first points are on the skin; the others are pupils and rims of the irises.</summary>
    public const int OnSkin = 468;

    private const int LeftInPicture = 468, RightInPicture = 473, BytesPerRow = Count * 2 * sizeof(short);
    private const float UnitsPerPixel = 16;
    private const string Header = "row,set,name";

    private readonly Dictionary<string, Landmark[]> faces = [];

    /// <summary>Reads the folder <c>mesh</c> beside a folder of pictures.</summary>
    /// <param name="folder">The pictures' folder, such as <c>train</c>; its name is the rows' <c>set</c>.</param>
    /// <exception cref="InputException">The files are missing or do not have this layout; the message names them.</exception>
    public static MeshPoints Beside(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Read(Path.Combine(Path.GetDirectoryName(full) ?? full, "mesh"), Path.GetFileName(full));
    }

    /// <summary>Reads the points of a set.</summary>
    /// <param name="folder">The folder of the two files.</param>
    /// <param name="set">The rows' <c>set</c>.</param>
    /// <exception cref="InputException">The files are missing or do not have this layout; the message names them.</exception>
    public static MeshPoints Read(string folder, string set)
    {
        var (names, values) = (Path.Combine(folder, "mesh478.csv"), Path.Combine(folder, "mesh478.i16"));
        try
        {
            return Read(names, File.ReadAllLines(names), values, File.ReadAllBytes(values), set);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{folder}: the points of MediaPipe's mesh are in mesh478.csv and mesh478.i16 there, which cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes the two files.</summary>
    /// <param name="folder">Their folder; made if it is missing.</param>
    /// <param name="faces">The points of each picture, image pixels.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<(string Set, string Name, Landmark[] Points)> faces)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(
            Path.Combine(folder, "mesh478.csv"),
            faces.Select((face, row) => $"{row.ToString(CultureInfo.InvariantCulture)},{face.Set},{face.Name}").Prepend(Header));
        var bytes = new byte[faces.Count * BytesPerRow];
        var at = bytes.AsSpan();
        foreach (var point in faces.SelectMany(face => face.Points))
        {
            BinaryPrimitives.WriteInt16LittleEndian(at, (short)MathF.Round(point.X * UnitsPerPixel));
            BinaryPrimitives.WriteInt16LittleEndian(at[sizeof(short)..], (short)MathF.Round(point.Y * UnitsPerPixel));
            at = at[(2 * sizeof(short))..];
        }
        File.WriteAllBytes(Path.Combine(folder, "mesh478.i16"), bytes);
    }

    /// <summary>The points of a picture, by its name without extension: 478, image pixels. Null if there are none.</summary>
    public Landmark[]? Find(string name) => faces.GetValueOrDefault(name);

    /// <summary>The pupils of a picture, by its name without extension, image pixels; the person's right one first. Null if there are
    /// none.</summary>
    public (Landmark Right, Landmark Left)? Pupils(string name) =>
        Find(name) is { } points ? (points[LeftInPicture], points[RightInPicture]) : null;

    private static MeshPoints Read(string namesPath, string[] lines, string valuesPath, byte[] values, string set)
    {
        var found = new MeshPoints();
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = lines[i].Split(',');
            if (fields.Length < 3 || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
                throw new InputException($"{namesPath}:{i + 1}: row, set and name expected.");
            if (fields[1] != set)
                continue;
            if ((row + 1L) * BytesPerRow > values.Length)
                throw new InputException($"{valuesPath}: ends before row {row}, which {Path.GetFileName(namesPath)} names.");
            found.faces[fields[2]] = PointsOf(values.AsSpan(row * BytesPerRow, BytesPerRow));
        }
        return found;
    }

    private static Landmark[] PointsOf(ReadOnlySpan<byte> row)
    {
        var points = new Landmark[Count];
        for (var i = 0; i < Count; i++)
        {
            var at = row[(2 * sizeof(short) * i)..];
            points[i] = new Landmark(
                BinaryPrimitives.ReadInt16LittleEndian(at) / UnitsPerPixel,
                BinaryPrimitives.ReadInt16LittleEndian(at[sizeof(short)..]) / UnitsPerPixel, 1);
        }
        return points;
    }
}

using LiveLandmarks.Training.Data.Formats;
using nietras.SeparatedValues;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// A detector's boxes for the pictures of a folder: <c>boxes.csv</c> with the columns <c>name, x, y, w, h</c> in pixels counted from 0,
/// and optionally <c>score</c>, <c>split</c> (the folder's name) and <c>label</c> (how the landmarks were made).
/// </summary>
internal sealed class DetectorBoxes
{
    private static readonly string[] Needed = ["name", "x", "y", "w", "h"];

    private readonly Dictionary<string, (FaceBox Box, string Label)> boxes = [];

    /// <summary>Reads the file in a folder or in its parent; without a file, there are no boxes.</summary>
    /// <param name="folder">The pictures' folder.</param>
    /// <exception cref="InputException">The file does not have this layout; the message names file and line.</exception>
    public static DetectorBoxes Beside(string folder)
    {
        var found = new DetectorBoxes();
        var full = Path.GetFullPath(folder);
        string?[] places = [full, Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(full))];
        var path = places.OfType<string>().Select(place => Path.Combine(place, "boxes.csv")).FirstOrDefault(File.Exists);
        if (path is not null)
            found.Read(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(full)));
        return found;
    }

    /// <summary>The box of a picture, by its name without extension; null if there is none.</summary>
    public (FaceBox Box, string Label)? Find(string name) => boxes.TryGetValue(name, out var found) ? found : null;

    private void Read(string path, string split) => CsvFile.Read(path, table =>
    {
        int[] columns = [.. Needed.Select(
            name => Column(name) ?? throw new InputException($"{path}:1: the columns name, x, y, w and h are expected."))];
        var (scoreColumn, splitColumn, labelColumn) = (Column("score"), Column("split"), Column("label"));
        foreach (var row in table)
        {
            if (row.Span.IsEmpty)
                continue;
            var line = $"{path}:{row.LineNumberFrom}";
            if (row.ColCount != table.Header.ColNames.Count)
                throw new InputException($"{line}: {row.ColCount} fields, {table.Header.ColNames.Count} expected.");
            if (splitColumn is { } place && !row[place].Span.SequenceEqual(split))
                continue;
            var box = new FaceBox(
                Number(row[columns[1]], line), Number(row[columns[2]], line), Number(row[columns[3]], line), Number(row[columns[4]], line),
                scoreColumn is { } score ? Number(row[score], line) : 1);
            if (box.Width <= 0 || box.Height <= 0)
                throw new InputException($"{line}: a box needs a width and a height above 0.");
            boxes[row[columns[0]].ToString()] = (box, labelColumn is { } label ? row[label].ToString() : "");
        }

        int? Column(string name) => table.Header.TryIndexOf(name, out var column) ? column : null;
    });

    private static float Number(SepReader.Col field, string line) => field.TryParse<float>(out var value) && float.IsFinite(value)
        ? value
        : throw new InputException($"{line}: a finite number expected, not '{field.ToString()}'.");
}

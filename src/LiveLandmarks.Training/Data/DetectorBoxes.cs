using System.Globalization;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// A detector's boxes for the pictures of a folder: <c>boxes.csv</c> with the columns <c>name, x, y, w, h</c> in pixels counted from 0,
/// and if it likes <c>score</c>, <c>split</c> (the folder's name) and <c>label</c> (how the landmarks were made).
/// </summary>
internal sealed class DetectorBoxes
{
    private static readonly string[] Needed = ["name", "x", "y", "w", "h"];

    private readonly Dictionary<string, (FaceBox Box, string Label)> boxes = [];

    /// <summary>Reads the file in a folder or the one above it; no boxes where there is no file.</summary>
    /// <param name="folder">The pictures' folder.</param>
    /// <exception cref="InputException">The file is not of that layout; names file and line.</exception>
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

    /// <summary>The box of a picture, by its name without extension; null where there is none.</summary>
    public (FaceBox Box, string Label)? Find(string name) => boxes.TryGetValue(name, out var found) ? found : null;

    private void Read(string path, string split)
    {
        var lines = File.ReadAllLines(path);
        var header = lines.Length > 0 ? lines[0].Split(',').Select(field => field.Trim()).ToList() : [];
        int[] columns = [.. Needed.Select(name => header.IndexOf(name))];
        if (columns.Contains(-1))
            throw new InputException($"{path}:1: the columns name, x, y, w and h are expected.");
        var (scoreColumn, splitColumn, labelColumn) = (header.IndexOf("score"), header.IndexOf("split"), header.IndexOf("label"));

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var fields = lines[i].Split(',');
            if (fields.Length != header.Count)
                throw new InputException($"{path}:{i + 1}: {fields.Length} fields, {header.Count} expected.");
            if (splitColumn >= 0 && fields[splitColumn] != split)
                continue;
            float Number(int column) =>
                float.TryParse(fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
                    ? value
                    : throw new InputException($"{path}:{i + 1}: a finite number expected, not '{fields[column]}'.");
            var box = new FaceBox(Number(columns[1]), Number(columns[2]), Number(columns[3]), Number(columns[4]), scoreColumn < 0 ? 1 : Number(scoreColumn));
            if (box.Width <= 0 || box.Height <= 0)
                throw new InputException($"{path}:{i + 1}: a box needs a width and a height above 0.");
            boxes[fields[columns[0]]] = (box, labelColumn < 0 ? "" : fields[labelColumn].Trim());
        }
    }
}

using System.Globalization;

namespace LiveLandmarks.Evaluation;

/// <summary>Reads landmark annotations in the format of 300-W: <c>version</c>, <c>n_points</c>, then x and y on each line, counted
/// from 1.</summary>
public static class PtsFile
{
    /// <summary>Reads annotations.</summary>
    /// <param name="path">The <c>.pts</c> file.</param>
    /// <param name="count">Number of points expected.</param>
    /// <returns>The points in image pixels, counted from 0, confidence 1.</returns>
    /// <exception cref="InputException">The file is missing, unreadable, or has another layout; names file and line.</exception>
    public static Landmark[] Read(string path, int count)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the annotations cannot be read: {e.Message}", e);
        }

        var first = Array.FindIndex(lines, line => line.Trim() == "{") + 1;
        var last = Array.FindIndex(lines, line => line.Trim() == "}");
        if (first == 0 || last < first)
            throw new InputException($"{path}: not a .pts file: its points must stand between braces.");
        if (last - first != count)
            throw new InputException($"{path}:{last + 1}: {last - first} points, {count} expected.");
        var points = new Landmark[count];
        for (var i = 0; i < count; i++)
            points[i] = Parse(lines[first + i], path, first + i + 1);
        return points;
    }

    private static Landmark Parse(string line, string path, int number)
    {
        var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 2
            && float.TryParse(fields[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            && float.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var y)
            && float.IsFinite(x) && float.IsFinite(y))
        {
            return new Landmark(x - 1, y - 1, 1);
        }
        throw new InputException($"{path}:{number}: two finite numbers expected, not '{line.Trim()}'.");
    }
}

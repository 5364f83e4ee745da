using System.Globalization;
using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>Reads the lines of an OBJ or MTL file as fields, and makes exceptions that name the line.</summary>
internal sealed class ObjLines
{
    // A mesh that can be drawn in real time is far smaller. The limit also ends the reading of an endless device.
    private const int LargestFile = 256 << 20;

    private readonly string path;
    private readonly string[] lines;
    private int number;

    private ObjLines(string path, string[] lines) => (this.path, this.lines) = (path, lines);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="OverlayException">The file cannot be read.</exception>
    public static ObjLines Open(string path)
    {
        try
        {
            return new ObjLines(path, ReadLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OverlayException(File.Exists(path) ? $"{path}: cannot be read: {e.Message}" : $"{path}: no such file.", e);
        }
    }

    /// <summary>Returns the fields of the next line that is not empty; null at the end.</summary>
    public string[]? Next()
    {
        while (number < lines.Length)
        {
            var line = lines[number++].AsSpan();
            var comment = line.IndexOf('#');
            var fields = (comment < 0 ? line : line[..comment]).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0)
                return fields;
        }
        return null;
    }

    /// <summary>The three numbers of a line.</summary>
    /// <param name="fields">The line.</param>
    public Vector3 Vector(string[] fields) => fields.Length >= 4
        ? new Vector3(Number(fields[1]), Number(fields[2]), Number(fields[3]))
        : throw Fault($"\"{fields[0]}\" needs three numbers");

    /// <summary>The text after the first word of a line.</summary>
    /// <param name="fields">The line.</param>
    public string Text(string[] fields) => fields.Length > 1 ? string.Join(' ', fields[1..]) : throw Fault($"\"{fields[0]}\" needs a name");

    /// <summary>The path of a file that a line names, in this file's folder.</summary>
    /// <param name="fields">The line.</param>
    public string Beside(string[] fields) => Path.Combine(Path.GetDirectoryName(path)!, Text(fields));

    /// <summary>Makes an exception about the line that was read last.</summary>
    /// <param name="what">What is wrong.</param>
    public OverlayException Fault(string what) => new($"{path}, line {number}: {what}.");

    private static string[] ReadLines(string path)
    {
        using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var part = new byte[1 << 16];
        while (file.Read(part) is > 0 and var count)
        {
            content.Write(part, 0, count);
            if (content.Length > LargestFile)
                throw new OverlayException($"{path}: more than {LargestFile >> 20} MiB; use a smaller mesh.");
        }
        content.Position = 0;
        using var reader = new StreamReader(content);
        List<string> read = [];
        while (reader.ReadLine() is { } line)
            read.Add(line);
        return [.. read];
    }

    private float Number(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
        ? value
        : throw Fault($"\"{text}\" is not a number");
}

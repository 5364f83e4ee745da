using nietras.SeparatedValues;

namespace LiveLandmarks.Evaluation;

/// <summary>
/// The motion of a clip that was made from one picture: a table of comma-separated values with the columns <c>frame</c> and <c>a</c> to
/// <c>f</c>, by which the picture's point (x, y) is at (a x + b y + c, d x + e y + f) in the frame. Rows of other faces than the first
/// (column <c>face</c>), and of frames that do not show the whole face (column <c>state</c>), are left out.
/// </summary>
public sealed class KnownMotion
{
    // Largest difference between a and e, or b and −d, as a share of the scale: the table's numbers are rounded.
    private const float Rounding = 1e-3f;

    private readonly Dictionary<long, Similarity> frames = [];

    private KnownMotion()
    {
    }

    /// <summary>From the picture to a frame; null if the frame does not show the whole face, or the table does not have it.</summary>
    /// <param name="frame">Number of the frame, from 0.</param>
    public Similarity? this[long frame] => frames.TryGetValue(frame, out var motion) ? motion : null;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read, or is not such a table; the message names file and line.</exception>
    public static KnownMotion Read(string path)
    {
        var motion = new KnownMotion();
        try
        {
            using var table = Sep.New(',').Reader(options => options with { DisableFastFloat = true }).FromFile(path);
            foreach (var row in table)
                motion.Add(row, table.Header, $"{path}:{row.LineNumberFrom}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: no such file; name the table of the video's motion.", e);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidDataException or KeyNotFoundException)
        {
            throw new InputException(
                $"{path}: not a table of a motion with the columns frame, a, b, c, d, e and f: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
        return motion.frames.Count > 0 ? motion : throw new InputException($"{path}: no frame shows the whole face.");
    }

    private void Add(SepReader.Row row, SepReaderHeader columns, string line)
    {
        if (HasOther(row, columns, "face", "1") || HasOther(row, columns, "state", "full"))
            return;
        var (a, b, d, e) = (Number(row["a"], line), Number(row["b"], line), Number(row["d"], line), Number(row["e"], line));
        if (a * a + d * d == 0 || MathF.Abs(a - e) + MathF.Abs(b + d) > Rounding * MathF.Sqrt(a * a + d * d))
            throw new InputException($"{line}: the motion must rotate, scale and shift the face, and nothing else.");
        frames[(long)Number(row["frame"], line)] = new Similarity(a, d, Number(row["c"], line), Number(row["f"], line));
    }

    private static bool HasOther(SepReader.Row row, SepReaderHeader columns, string name, string expected) =>
        columns.TryIndexOf(name, out var index) && !row[index].Span.SequenceEqual(expected);

    private static float Number(SepReader.Col field, string line) => field.TryParse<float>(out var value) && float.IsFinite(value)
        ? value
        : throw new InputException($"{line}: a number was expected instead of '{field.ToString()}'.");
}

using System.Globalization;

namespace LiveLandmarks.Evaluation;

/// <summary>
/// The motion of a clip that was made from one picture: a table of comma-separated values with the columns <c>frame</c> and <c>a</c> to
/// <c>f</c>, by which the picture's point (x, y) is at (a x + b y + c, d x + e y + f) in the frame. Rows of other faces than the first
/// (column <c>face</c>), and of frames that do not show the whole face (column <c>state</c>), are left out.
/// </summary>
public sealed class KnownMotion
{
    private readonly Dictionary<long, Similarity> frames;

    private KnownMotion(Dictionary<long, Similarity> frames) => this.frames = frames;

    /// <summary>From the picture to a frame; null where the frame does not show the whole face, or the table lacks it.</summary>
    /// <param name="frame">Number of the frame, from 0.</param>
    public Similarity? this[long frame] => frames.TryGetValue(frame, out var motion) ? motion : null;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or is not such a table.</exception>
    public static KnownMotion Read(string path)
    {
        Dictionary<long, Similarity> frames = [];
        CsvFile.Read(path, reader =>
        {
            foreach (var row in reader)
            {
                if (row.ColCount != reader.Header.ColNames.Count)
                    throw new InputException($"{path}: row {row.RowIndex} has {row.ColCount} fields instead of the header's " +
                        $"{reader.Header.ColNames.Count}.");
                if (Text("face", "1") != "1" || Text("state", "full") != "full")
                    continue;
                var (a, b, d, e) = (Number("a"), Number("b"), Number("d"), Number("e"));
                if (MathF.Abs(a - e) + MathF.Abs(b + d) > 1e-3f * (MathF.Abs(a) + MathF.Abs(b)) || a * a + b * b == 0)
                    throw new InputException($"{path}: row {row.RowIndex} does more than turn, scale and shift.");
                frames[(long)Number("frame")] = new Similarity(a, d, Number("c"), Number("f"));

                string Text(string column, string missing) =>
                    reader.Header.TryIndexOf(column, out var index) ? row[index].ToString() : missing;

                float Number(string column) =>
                    float.TryParse(Text(column, ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && float.IsFinite(number)
                        ? number
                        : throw new InputException($"{path}: row {row.RowIndex} has no number in column '{column}'.");
            }
        });
        return frames.Count > 0 ? new KnownMotion(frames) : throw new InputException($"{path}: no frame shows the whole face.");
    }
}

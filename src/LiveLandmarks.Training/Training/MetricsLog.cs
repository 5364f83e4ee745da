using LiveLandmarks.Output;
using LiveLandmarks.Training.Data.Formats;

namespace LiveLandmarks.Training.Training;

/// <summary>The progress of a training as a table: <c>metrics.csv</c>, one row per report.</summary>
internal sealed class MetricsLog
{
    private readonly string path;
    private readonly List<MetricsRow> rows;

    /// <summary>Opens a table, or starts a new one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="step">The step to resume from; later rows, which an interrupted run left, are dropped.</param>
    /// <exception cref="OutputException">The file cannot be read or written; an existing table is unchanged.</exception>
    public MetricsLog(string path, long step)
    {
        this.path = path;
        rows = step > 0 && File.Exists(path) ? ReadUpTo(path, step) : [];
        try
        {
            using var scratch = ScratchFile.Beside(path);
            File.WriteAllLines(scratch.Path, [MetricsRow.Header, .. rows.Select(row => row.ToString())]);
            scratch.MoveTo(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<MetricsRow> Rows => rows;

    /// <summary>Reads the table of a training.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file is missing, is not such a table, has no row or is cut off; the message names file and
    /// line.</exception>
    public static IReadOnlyList<MetricsRow> Read(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"{path}: no such file; 'livelandmarks-train train' leaves it in its --out folder.");
        var rows = new List<MetricsRow>();
        CsvFile.Read(path, table =>
        {
            if (string.Join(',', table.Header.ColNames) != MetricsRow.Header)
                throw new InputException($"{path}:1: not a training's table: the columns {MetricsRow.Header} are expected.");
            foreach (var row in table)
                rows.Add(MetricsRow.Parse(row)
                    ?? throw new InputException($"{path}:{row.LineNumberFrom}: the row is cut off or damaged: '{row.Span.ToString()}'."));
        });
        return rows.Count > 0 ? rows : throw new InputException($"{path}: no row yet; wait for the training's first report.");
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public void Add(TrainingProgress progress)
    {
        rows.Add(MetricsRow.Of(progress));
        try
        {
            File.AppendAllLines(path, [rows[^1].ToString()]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    private static List<MetricsRow> ReadUpTo(string path, long step)
    {
        var rows = new List<MetricsRow>();
        CsvFile.Read(path, table =>
        {
            foreach (var row in table)
            {
                if (MetricsRow.Parse(row) is { } whole && whole.Step <= step)
                    rows.Add(whole);
            }
        });
        return rows;
    }

    private OutputException CannotWrite(Exception e) => new($"{path}: the metrics cannot be written: {e.Message}", e);
}

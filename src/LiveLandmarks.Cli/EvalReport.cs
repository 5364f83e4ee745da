using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Output;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary>The figures of an evaluation, as a table and as JSON.</summary>
internal sealed class EvalReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly IReadOnlyList<(string Name, double? Error)> results;
    private readonly IReadOnlyList<(string Key, string Title, double Percent)> figures;

    public EvalReport(IReadOnlyList<(string Name, double? Error)> results)
    {
        this.results = results;
        var errors = new ErrorDistribution(results.Where(result => result.Error is not null).Select(result => result.Error!.Value), results.Count(result => result.Error is null));
        figures =
        [
            ("nmeMean", "NME mean (inter-ocular, faces found)", 100 * errors.Mean),
            ("nmeMedian", "NME median", 100 * errors.Median),
            ("failureRate8", "failure rate at 8 %", 100 * errors.FailureRate(0.08)),
            ("failureRate10", "failure rate at 10 %", 100 * errors.FailureRate(0.10)),
            ("auc8", "AUC at 8 %", 100 * errors.AreaUnderCurve(0.08)),
            ("auc10", "AUC at 10 %", 100 * errors.AreaUnderCurve(0.10)),
            ("missed", "faces not detected", 100.0 * errors.Missed / errors.Count),
        ];
    }

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        var table = new Table().AddColumn($"{results.Count} faces").AddColumn(new TableColumn("%").RightAligned());
        foreach (var (_, title, percent) in figures)
            table.AddRow(title, percent.ToString("0.00", CultureInfo.InvariantCulture));
        Terminal.Out.Write(table);
    }

    /// <summary>Writes the figures in percent, and the error of each picture (null where the face was missed).</summary>
    public void Write(string path)
    {
        var document = new
        {
            Faces = results.Count,
            // NaN, when nothing was found, has no JSON form.
            Figures = figures.ToDictionary(figure => figure.Key, figure => double.IsFinite(figure.Percent) ? Math.Round(figure.Percent, 4) : (double?)null),
            Pictures = results.Select(result => new { File = result.Name, Nme = result.Error is { } error ? Math.Round(100 * error, 4) : (double?)null }),
        };
        OutputFile.Write(path, file => JsonSerializer.Serialize(file, document, Format));
    }
}

using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Output;
using Spectre.Console;

namespace LiveLandmarks.Commands;

/// <summary>The figures of an evaluation for all faces and for each subset, as a table and as JSON.</summary>
internal sealed class EvalReport : IEvalReport
{
    private const string All = "all";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    // Shares, shown in percent.
    private static readonly (string Key, string Title, Func<ErrorDistribution, double> Share)[] Figures =
    [
        ("nmeMean", "NME mean", errors => errors.Mean),
        ("nmeMedian", "NME median", errors => errors.Median),
        ("failureRate8", "FR at 8 %", errors => errors.FailureRate(0.08)),
        ("failureRate10", "FR at 10 %", errors => errors.FailureRate(0.10)),
        ("auc8", "AUC at 8 %", errors => errors.AreaUnderCurve(0.08)),
        ("auc10", "AUC at 10 %", errors => errors.AreaUnderCurve(0.10)),
        ("missed", "missed", errors => (double)errors.Missed / errors.Count),
    ];

    private readonly string protocol;
    private readonly IReadOnlyList<FaceError> faces;
    private readonly LidGaps lids;
    private readonly List<(string Name, ErrorDistribution Errors)> sets;

    /// <summary>Computes the figures.</summary>
    /// <param name="protocol">How the figures were measured: network, data, boxes, normalization.</param>
    /// <param name="faces">The errors of at least one face.</param>
    /// <param name="lids">How far the faces' eyes were found open.</param>
    public EvalReport(string protocol, IReadOnlyList<FaceError> faces, LidGaps lids)
    {
        (this.protocol, this.faces, this.lids) = (protocol, faces, lids);
        sets = [(All, FaceError.DistributionOf(faces))];
        foreach (var subset in faces.SelectMany(face => face.Subsets).Distinct().Order(StringComparer.Ordinal))
            sets.Add((subset, FaceError.DistributionOf([.. faces.Where(face => face.Subsets.Contains(subset))])));
    }

    private bool HasLids => lids is { Shut: > 0, Open: > 0 };

    /// <summary>Prints the table: one row for all faces and one per subset, figures in percent.</summary>
    public void Print()
    {
        var table = new Table().AddColumn("in %").AddColumn(new TableColumn("faces").RightAligned());
        foreach (var figure in Figures)
            table.AddColumn(new TableColumn(figure.Title).RightAligned());
        foreach (var (name, errors) in sets)
            table.AddRow([Markup.Escape(name),
                $"{errors.Count}", .. Figures.Select(
                    figure => (100 * figure.Share(errors)).ToString("0.00", CultureInfo.InvariantCulture))]);
        Terminal.Out.WriteLine(protocol);
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine("NME over the faces found; a missed face is a failure in FR (failure rate) and AUC.");
        if (HasLids)
        {
            Terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Lids' gap over the eye's width: {lids.Shut} eyes marked shut ({lids.MarkedShut:0.000}) found {lids.FoundShut:0.000}; " +
                    $"{lids.Open} marked open ({lids.MarkedOpen:0.000}) found {lids.FoundOpen:0.000}; area under ROC " +
                    $"{100 * lids.AreaUnderRoc:0.0} %."));
        }
    }

    /// <summary>Writes the figures in percent, and the error of each picture (null if the face was missed).</summary>
    public void WriteJson(string path)
    {
        var document = new
        {
            Protocol = protocol,
            Faces = faces.Count,
            Figures = FiguresOf(sets[0].Errors),
            Lids = HasLids ? new { lids.Shut, lids.MarkedShut, lids.FoundShut, lids.Open, lids.MarkedOpen, lids.FoundOpen,
                lids.AreaUnderRoc } : null,
            Subsets = sets.Skip(1).ToDictionary(set => set.Name, set => new { Faces = set.Errors.Count, Figures = FiguresOf(set.Errors) }),
            Pictures = faces.Select(face =>
                new { File = face.Name, Nme = face.Nme is { } error ? Math.Round(100 * error, 4) : (double?)null }),
        };
        OutputFile.Write(path, file => JsonSerializer.Serialize(file, document, Format));
    }

    // NaN, the result if no face was found, has no JSON form.
    private static Dictionary<string, double?> FiguresOf(ErrorDistribution errors) => Figures.ToDictionary(
        figure => figure.Key,
        figure => 100 * figure.Share(errors) is var percent && double.IsFinite(percent) ? Math.Round(percent, 4) : (double?)null);
}

using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using Spectre.Console;

namespace LiveLandmarks.Cli.Conditions;

/// <summary>How well faces are found in each condition, as a table and as JSON.</summary>
/// <param name="protocol">How the figures were measured: network, data, how faces are found.</param>
/// <param name="scores">One per row.</param>
internal sealed class ConditionReport(string protocol, IReadOnlyList<ConditionScore> scores) : IEvalReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        var table = new Table().AddColumn("faces");
        foreach (var title in new[] { "pictures", "found %", "NME % of found", "wrong %", "others per picture" })
            table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var score in scores)
            table.AddRow(score.Name, $"{score.Pictures}",
                Percent(score.Found, 1), Percent(score.Error, 2), Percent(score.Wrong, 1),
                score.Others.ToString("0.00", CultureInfo.InvariantCulture));
        Terminal.Out.WriteLine(protocol);
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine("found: mean error of the landmarks under 15 %; wrong: landmarks at the face, but with a larger error; " +
            "others: faces beyond the first, including other people.");
    }

    /// <summary>Writes the figures, all but <c>others</c> in percent. An error is null if no face was found.</summary>
    /// <param name="path">The file.</param>
    public void WriteJson(string path)
    {
        var document = new
        {
            Protocol = protocol,
            Conditions = scores.Select(score => new
            {
                score.Name,
                score.Pictures,
                Found = Math.Round(100 * score.Found, 2),
                Nme = double.IsFinite(score.Error) ? Math.Round(100 * score.Error, 4) : (double?)null,
                Wrong = Math.Round(100 * score.Wrong, 2),
                Others = Math.Round(score.Others, 4),
            }),
        };
        OutputFile.Write(path, file => JsonSerializer.Serialize(file, document, Format));
    }

    private static string Percent(double share, int digits) =>
        double.IsFinite(share) ? (100 * share).ToString("F" + digits, CultureInfo.InvariantCulture) : "–";
}

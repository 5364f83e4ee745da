using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Commands;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Output;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary>How much landmarks tremble in a clip of known motion, as a table and as JSON.</summary>
/// <param name="protocol">How the figures were measured: network and clip.</param>
/// <param name="raw">The landmarks as the network finds them.</param>
/// <param name="smoothed">The smoothed landmarks.</param>
internal sealed class SteadinessReport(string protocol, Steadiness raw, Steadiness smoothed) : IEvalReport
{
    // A frame, and a third of a second at 30 frames per second.
    private const int ShortWindow = 1, LongWindow = 10;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The figures in one line.</summary>
    public static string Line(Steadiness raw, Steadiness smoothed) => $"NMF {Text(raw.Nmf, 1)} raw, {Text(smoothed.Nmf, 1)} smoothed";

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        var table = new Table().AddColumn("landmarks");
        foreach (var title in new[] { "frames", "NMF", "NAD, 1 frame", "NAD, 10 frames" })
            table.AddColumn(new TableColumn(title).RightAligned());
        AddRow("raw", raw);
        AddRow("smoothed", smoothed);
        Terminal.Out.WriteLine(protocol);
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine("NMF: frame-to-frame change of the error, in hundredths of a pixel of a face of 256 pixels; NAD: Allan " +
            "deviation of the error in % of the face's size. Lower is steadier.");

        void AddRow(string name, Steadiness figures) => table.AddRow(
            name, $"{figures.Frames}", Text(figures.Nmf, 1), Text(figures.Nad(ShortWindow), 3), Text(figures.Nad(LongWindow), 3));
    }

    /// <summary>Writes the figures; null where the clip is too short for one.</summary>
    /// <param name="path">The file.</param>
    public void WriteJson(string path)
    {
        var document = new { Protocol = protocol, Raw = Figures(raw), Smoothed = Figures(smoothed) };
        OutputFile.Write(path, file => JsonSerializer.Serialize(file, document, Format));
    }

    private static object Figures(Steadiness figures) => new
    {
        figures.Frames,
        Nmf = Number(figures.Nmf),
        Nad1 = Number(figures.Nad(ShortWindow)),
        Nad10 = Number(figures.Nad(LongWindow)),
    };

    private static double? Number(double value) => double.IsFinite(value) ? Math.Round(value, 4) : null;

    private static string Text(double value, int digits) =>
        double.IsFinite(value) ? value.ToString("F" + digits, CultureInfo.InvariantCulture) : "–";
}

using System.CommandLine;

namespace LiveLandmarks.Cli;

/// <summary>The options of measuring accuracy, shared by both programs' eval.</summary>
internal sealed class EvalArguments
{
    private const string Annotation = "gt", Detector = "detector";

    private readonly Option<string> boxes = new Option<string>("--boxes")
    {
        Description = "Where the crop comes from: the annotated landmarks' box, or the detector",
        DefaultValueFactory = _ => Annotation,
    }.AcceptOnlyFromAmong(Annotation, Detector);

    private readonly Option<string?> json = new("--json") { Description = "Figures, and the error of each picture", HelpName = "FILE" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(boxes);
        command.Add(json);
    }

    /// <summary>Declares what is written.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Writes("--json", parsed.GetValue(json));

    /// <summary>Whether the crop comes from a detector's box, not from the annotated landmarks.</summary>
    public bool FromDetector(ParseResult parsed) => parsed.GetRequiredValue(boxes) == Detector;

    /// <summary>The protocol in words, to quote figures with.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="network">Name of what is measured.</param>
    /// <param name="data">Name of the test set.</param>
    /// <param name="box">Whose box the crop is from when it is not the annotation's.</param>
    /// <param name="normaliser">What NME divides by.</param>
    public string Protocol(ParseResult parsed, string network, string data, string box, string normaliser) =>
        $"{network} on {data}, crop from the {(FromDetector(parsed) ? box : "annotated landmarks")}, NME over {normaliser}";

    /// <summary>Prints the report, and writes it where that was asked for.</summary>
    public void Publish(ParseResult parsed, EvalReport report)
    {
        report.Print();
        if (parsed.GetValue(json) is { } file)
            report.WriteJson(file);
    }
}

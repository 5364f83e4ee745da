using System.CommandLine;

namespace LiveLandmarks.Commands;

/// <summary>The options of measuring accuracy, shared by both programs' eval.</summary>
internal sealed class EvalArguments
{
    private const string Annotation = "gt", Detector = "detector";

    private readonly string found;
    private readonly Option<string> boxes;
    private readonly Option<string?> json = new("--json") { Description = "Figures, and the error of each picture", HelpName = "FILE" };

    /// <summary>Makes them.</summary>
    /// <param name="found">How faces are found when the crop is not from the annotation, in words.</param>
    public EvalArguments(string found)
    {
        this.found = found;
        boxes = new Option<string>("--boxes")
        {
            Description = $"{Annotation}: crop from the annotated landmarks; {Detector}: {found}",
            DefaultValueFactory = _ => Annotation,
        }.AcceptOnlyFromAmong(Annotation, Detector);
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(boxes);
        command.Add(json);
    }

    /// <summary>Declares what is written.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Writes("--json", parsed.GetValue(json));

    /// <summary>Whether faces are found without a look at the annotated landmarks.</summary>
    public bool FromDetector(ParseResult parsed) => parsed.GetRequiredValue(boxes) == Detector;

    /// <summary>Whether the command line says that the crop is from the annotation, which is also the default.</summary>
    public bool InsistsOnAnnotation(ParseResult parsed) => !FromDetector(parsed) && parsed.GetResult(boxes) is { Implicit: false };

    /// <summary>The protocol in words, to quote figures with.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="network">Name of what is measured.</param>
    /// <param name="data">Name of the test set.</param>
    /// <param name="normalizer">What NME divides by.</param>
    public string Protocol(ParseResult parsed, string network, string data, string normalizer) =>
        $"{network} on {data}, {(FromDetector(parsed) ? found : "crop from the annotated landmarks")}, NME over {normalizer}";

    /// <summary>Prints the report, and writes it where that was asked for.</summary>
    public void Publish(ParseResult parsed, IEvalReport report)
    {
        report.Print();
        if (parsed.GetValue(json) is { } file)
            report.WriteJson(file);
    }
}

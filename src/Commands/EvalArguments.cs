using System.CommandLine;

namespace LiveLandmarks.Commands;

/// <summary>The options for measuring accuracy, shared by the eval commands of both programs.</summary>
internal sealed class EvalArguments
{
    private const string Annotation = "gt", Detector = "detector";

    private readonly string found;
    private readonly Option<string> boxes;
    private readonly Option<string?> json = new("--json") { Description = "Write figures and each picture's error", HelpName = "FILE" };

    /// <summary>Makes the options.</summary>
    /// <param name="found">Text that says how faces are found when the crop is not from the annotation.</param>
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

    /// <summary>Declares the files that are written.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Writes("--json", parsed.GetValue(json));

    /// <summary>Whether faces are found without using the annotated landmarks.</summary>
    public bool FromDetector(ParseResult parsed) => parsed.GetRequiredValue(boxes) == Detector;

    /// <summary>Whether the command line has the option.</summary>
    public bool HasBoxes(ParseResult parsed) => parsed.GetResult(boxes) is { Implicit: false };

    /// <summary>Text that describes the protocol, to quote together with figures.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="network">Name of the network that is measured.</param>
    /// <param name="data">Name of the test set.</param>
    /// <param name="normalizer">What NME divides by.</param>
    public string Protocol(ParseResult parsed, string network, string data, string normalizer) =>
        $"{network} on {data}, {(FromDetector(parsed) ? found : "crop from the annotated landmarks")}, NME over {normalizer}";

    /// <summary>Prints the report and, if requested, writes it to a file.</summary>
    public void Publish(ParseResult parsed, IEvalReport report)
    {
        report.Print();
        if (parsed.GetValue(json) is { } file)
            report.WriteJson(file);
    }
}

using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train import</c>.</summary>
internal sealed class ImportCommand
{
    private readonly Argument<string> checkpoint = new("FILE")
        { Description = "PyTorch checkpoint (.pth) in the zip format or the older one; code in it is never run" };
    private readonly Option<string> scheme = new Option<string>("--scheme") { Description = "Scheme of its landmarks", Required = true }
        .AcceptOnlyFromAmong([.. LandmarkScheme.All.Select(known => known.Name)]);

    private readonly ExportArguments export = new();

    public static Command Create()
    {
        var self = new ImportCommand();
        var command = new Command(
            "import", "Converts a PyTorch checkpoint of the published network to an ONNX model with manifest and card.") { self.checkpoint,
            self.scheme };
        self.export.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var files = new CommandFiles().Reads("FILE", parsed.GetRequiredValue(checkpoint));
        export.Declare(parsed, files);
        files.Check();
        var weights = TorchCheckpoint.Read(parsed.GetRequiredValue(checkpoint));
        var (manifest, difference) = LandmarkExport.Write(
            weights, LandmarkScheme.Find(parsed.GetRequiredValue(scheme))!, export.Describe(parsed), export.Read(parsed), [],
            parsed.GetRequiredValue(export.Output));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{manifest}: model and network differ by {difference:g2} of the heatmaps' range"));
        return ExitCode.Done;
    }
}

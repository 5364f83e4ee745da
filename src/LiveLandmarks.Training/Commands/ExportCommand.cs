using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Cli;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train export</c>.</summary>
internal sealed class ExportCommand
{
    private readonly Argument<string> checkpoint = new("CHECKPOINT") { Description = "A training's .ckpt file" };
    private readonly Option<string?> measureOn = new("--measure-on") { Description = "Data set whose test part gives the accuracy in manifest and card", HelpName = "DATA" };
    private readonly ExportArguments export = new();
    private readonly DataArguments data = new();

    public static Command Create()
    {
        var self = new ExportCommand();
        var command = new Command("export", "Writes a trained network as an ONNX model with manifest and card, once both give the same heatmaps.") { self.checkpoint, self.measureOn };
        self.export.AddTo(command);
        self.data.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private static List<ModelAccuracy> Accuracy(string test, IReadOnlyList<(string Name, double? Error)> results)
    {
        var errors = new ErrorDistribution(results.Select(result => result.Error!.Value));
        return
        [
            new ModelAccuracy(test, "NME %, mean", Math.Round(100 * errors.Mean, 2)),
            new ModelAccuracy(test, "NME %, median", Math.Round(100 * errors.Median, 2)),
            new ModelAccuracy(test, "failure rate % at 10 %", Math.Round(100 * errors.FailureRate(0.1), 2)),
        ];
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        TorchThreads.UseAllCores();
        var trained = CheckpointFile.Load(parsed.GetRequiredValue(checkpoint));
        var scheme = LandmarkScheme.All.First(known => known.Count == trained.Options.Network.Landmarks);
        List<ModelAccuracy> accuracy = [];
        if (parsed.GetValue(measureOn) is { } folder)
        {
            var faces = data.Read(parsed, folder, DataSplit.Test);
            using var network = trained.CreateNetwork();
            accuracy = Accuracy($"{faces.Count} faces, crop from the annotated landmarks", NetworkEvaluation.Measure(network, faces, cancel));
        }
        var weights = new WeightTable(parsed.GetRequiredValue(checkpoint), trained.Weights.Select(Named));
        var (manifest, difference) = export.Read(parsed, scheme).Write(weights, accuracy, parsed.GetRequiredValue(export.Output));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest}: model and network differ by {difference:g2} of the heatmaps' range"));
        return Task.FromResult(ExitCode.Done);
    }

    private static NamedTensor Named(StoredTensor tensor) =>
        new(tensor.Name, tensor.Shape, tensor.Values as float[] ?? Array.ConvertAll((long[])tensor.Values, value => (float)value));
}

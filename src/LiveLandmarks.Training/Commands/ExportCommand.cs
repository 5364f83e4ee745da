using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Detection;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train export</c>.</summary>
internal sealed class ExportCommand
{
    private readonly Argument<string> checkpoint = new("CHECKPOINT") { Description = "Checkpoint of a training, a .ckpt file" };
    private readonly Option<string?> measureOn = new("--measure-on")
        { Description = "Data set; the accuracy on its test part goes into manifest and model card", HelpName = "DATA" };
    private readonly ExportArguments export = new();
    private readonly DataArguments data = new();

    public static Command Create()
    {
        var self = new ExportCommand();
        var command = new Command(
            "export", "Exports a trained network as an ONNX model with manifest and model card, if model and network give the same " +
            "heatmaps.") { self.checkpoint, self.measureOn };
        self.export.AddTo(command);
        self.data.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private static List<ModelAccuracy> Accuracy(
        HeatmapNetwork network, IReadOnlyList<AnnotatedFace> faces, string data, CancellationToken cancel)
    {
        if (faces.Count == 0)
            return [];
        var test = $"{faces.Count} faces of {data}, crop from the annotated landmarks";
        var errors = FaceError.DistributionOf([.. NetworkEvaluation.Measure(network, faces, cancel: cancel).Select(face => face.Error)]);
        return
        [
            new ModelAccuracy(test, "NME %, mean", Math.Round(100 * errors.Mean, 2)),
            new ModelAccuracy(test, "NME %, median", Math.Round(100 * errors.Median, 2)),
            new ModelAccuracy(test, "failure rate % at 10 %", Math.Round(100 * errors.FailureRate(0.1), 2)),
        ];
    }

    private static List<ModelAccuracy> DetectorAccuracy(
        FaceDetectorNetwork network, IReadOnlyList<AnnotatedFace> faces, string data, string? folder, CancellationToken cancel)
    {
        if (faces.Count == 0)
            return [];
        var evaluation = new DetectorEvaluation(network, network.Options);
        var missed = evaluation.Missed(faces, cancel).Count;
        List<ModelAccuracy> figures =
        [
            new($"{faces.Count} faces of {data}, best overlap with the annotated face, IoU at least {DetectorEvaluation.Overlap}",
                "faces missed %", Math.Round(100.0 * missed / faces.Count, 2)),
        ];
        if (BackgroundPictures.In(folder!) is { Count: > 0 } backgrounds)
            figures.Add(new($"{backgrounds.Count} pictures without a face, which were trained on", "false alarms",
                evaluation.FalseAlarms(backgrounds, cancel)));
        return figures;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        TorchRuntime.Prepare();
        var faces = parsed.GetValue(measureOn) is { } folder ? data.Read(parsed, folder, DataSplit.Test) : [];
        var files = new CommandFiles().Reads("CHECKPOINT", parsed.GetRequiredValue(checkpoint));
        DataArguments.Declare(files, "--measure-on", parsed.GetValue(measureOn), faces);
        export.Declare(parsed, files);
        files.Check();
        var trained = CheckpointFile.Load(parsed.GetRequiredValue(checkpoint));
        var measuredOn = parsed.GetValue(measureOn) is { } place ? data.Describe(parsed, place) : "";
        using var network = trained.CreateNetwork();
        var weights = trained.Weights.ToTable(parsed.GetRequiredValue(checkpoint));
        var (about, options, output) = (export.Describe(parsed), export.Read(parsed), parsed.GetRequiredValue(export.Output));
        var (manifest, difference) = network switch
        {
            FaceDetectorNetwork detector =>
                DetectorExport.Write(detector,
                    weights, about, options.Precision,
                    DetectorAccuracy(detector, faces, measuredOn, parsed.GetValue(measureOn), cancel), output),
            CompactNetwork compact =>
                LandmarkExport.Write(compact, weights, SchemeOf(trained), about, options,
                Accuracy(network, faces, measuredOn, cancel), output),
            _ => LandmarkExport.Write(weights, SchemeOf(trained), about, options, Accuracy(network, faces, measuredOn, cancel), output),
        };
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{manifest}: model and network differ by {difference:g2} of the output's range"));
        return Task.FromResult(ExitCode.Done);
    }

    private static LandmarkScheme SchemeOf(Checkpoint trained) =>
        LandmarkScheme.All.First(known => known.Count == trained.Options.Network.Landmarks);
}

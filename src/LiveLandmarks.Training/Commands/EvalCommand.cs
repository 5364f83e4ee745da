using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Output;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Plotting;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train eval</c>.</summary>
internal sealed class EvalCommand
{
    private readonly Argument<string> checkpoint = new("CHECKPOINT") { Description = "Checkpoint of a training, a .ckpt file" };
    private readonly Argument<string> folder = new("DATA") { Description = "Folder of the data set; its test part is measured" };
    private readonly Option<string[]> compare = new("--compare")
    {
        Description = "More checkpoints to compare, each with its own table, curve and column",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "CHECKPOINT",
    };

    private readonly Option<string?> ced = new Option<string?>("--ced")
        { Description = "Cumulative error curves as a picture, .svg or .png", HelpName = "FILE" }.OfKind(".svg", ".png");
    private readonly Option<string?> worst = new Option<string?>("--worst")
        { Description = "Contact sheet of CHECKPOINT's worst faces, .jpg or .png", HelpName = "FILE" }.OfKind(".jpg", ".png");
    private readonly Option<int> worstCount = new Option<int>("--worst-count")
        { Description = "Faces on the contact sheet", DefaultValueFactory = _ => 24, HelpName = "N" }.Between(1, 400);
    private readonly Option<string?> csv = new("--csv") { Description = "Table with one row per face", HelpName = "FILE" };
    private readonly EvalArguments evaluation = new("crop from the box of the data set");
    private readonly DataArguments data = new();

    public static Command Create()
    {
        var self = new EvalCommand();
        var command = new Command("eval", "Measures NME, failure rate and AUC, for the whole test part and for each of its subsets.")
        {
            self.checkpoint, self.folder, self.compare, self.ced, self.worst, self.worstCount, self.csv,
        };
        self.evaluation.AddTo(command);
        self.data.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private static IReadOnlyList<MeasuredFace> Measure(
        string path, IReadOnlyList<AnnotatedFace> faces, bool fromBox, SkippedPictures leftOut, CancellationToken cancel)
    {
        var trained = CheckpointFile.Load(path);
        if (trained.Options.Network.Landmarks is var landmarks && landmarks != faces[0].Scheme.Count)
            throw new TrainingException(
                $"{path}: trained for {landmarks} landmarks, but the data set has {faces[0].Scheme.Count}; measure on data of its " +
                "scheme, see --format.");
        using var network = trained.CreateNetwork();
        if (network is FaceDetectorNetwork)
            throw new TrainingException($"{path}: not a landmark network; a detector is measured by 'export --measure-on'.");
        return NetworkEvaluation.Measure(network, faces, fromBox, leftOut.Add, cancel);
    }

    private static LidGaps LidsOf(IReadOnlyList<MeasuredFace> faces)
    {
        var lids = new LidGaps();
        foreach (var (truth, _, found) in faces)
        {
            if (found is not null)
                lids.Add(new FaceLandmarks(truth.Scheme, [.. found]), new FaceLandmarks(truth.Scheme, [.. truth.Points]));
        }
        return lids;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        TorchRuntime.Prepare();
        var place = parsed.GetRequiredValue(folder);
        var (faces, fromBox) = (data.Read(parsed, place, DataSplit.Test), evaluation.FromDetector(parsed));
        if (fromBox && faces.All(face => face.Box is null))
            throw new InputException($"{place}: no face has a box to crop from; put a boxes.csv there (name,x,y,w,h), or use --boxes gt.");

        string[] paths = [parsed.GetRequiredValue(checkpoint), .. parsed.GetValue(compare) ?? []];
        RequireDistinctFiles(parsed, paths, faces);
        var leftOut = new SkippedPictures("livelandmarks-train");
        List<(string Name, IReadOnlyList<MeasuredFace> Faces)> networks = [];
        foreach (var (name, path) in LegendNames.Of(paths, least: 2).Zip(paths))
        {
            var measured = Measure(path, faces, fromBox, leftOut, cancel);
            if (networks.Count == 0)
                leftOut.Report(measured.Count, place);
            var report = new EvalReport(
                evaluation.Protocol(parsed, name, data.Describe(parsed, place), faces[0].Scheme.Normalizer.Name),
                [.. measured.Select(face => face.Error)], LidsOf(measured));
            if (networks.Count == 0)
                evaluation.Publish(parsed, report);
            else
                report.Print();
            networks.Add((name, measured));
        }
        WritePictures(parsed, networks);
        return Task.FromResult(leftOut.Code);
    }

    private void RequireDistinctFiles(ParseResult parsed, string[] checkpoints, IReadOnlyList<AnnotatedFace> faces)
    {
        var files = new CommandFiles()
            .Reads("CHECKPOINT", () => checkpoints)
            .Writes("--ced", parsed.GetValue(ced))
            .Writes("--worst", parsed.GetValue(worst))
            .Writes("--csv", parsed.GetValue(csv));
        evaluation.Declare(parsed, files);
        DataArguments.Declare(files, "DATA", parsed.GetRequiredValue(folder), faces);
        files.Check();
    }

    private void WritePictures(ParseResult parsed, List<(string Name, IReadOnlyList<MeasuredFace> Faces)> networks)
    {
        if (parsed.GetValue(csv) is { } table)
            FaceTable.Write(table, networks);
        if (parsed.GetValue(ced) is { } curves)
            CumulativeError.Of(networks.Select(
                network => (network.Name, FaceError.DistributionOf([.. network.Faces.Select(face => face.Error)])))).Save(curves);
        if (parsed.GetValue(worst) is { } picture)
        {
            using var sheet = WorstFaces.Draw(networks[0].Faces, parsed.GetValue(worstCount));
            PictureFile.Write(picture, sheet);
        }
    }
}

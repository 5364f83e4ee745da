using System.CommandLine;
using LiveLandmarks.Cli;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Plotting;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train eval</c>.</summary>
internal sealed class EvalCommand
{
    private readonly Argument<string> checkpoint = new("CHECKPOINT") { Description = "A training's .ckpt file" };
    private readonly Argument<string> folder = new("DATA") { Description = "Folder of the data set; its test part is measured" };
    private readonly Option<string?> json = new("--json") { Description = "Figures, and the error of each picture", HelpName = "FILE" };
    private readonly Option<string?> ced = new("--ced") { Description = "Cumulative error curve as a picture", HelpName = "FILE.svg" };
    private readonly DataArguments data = new();

    public static Command Create()
    {
        var self = new EvalCommand();
        var command = new Command("eval", "Measures NME, failure rate and AUC, for the whole test part and for each of its subsets.")
        {
            self.checkpoint, self.folder, self.json, self.ced,
        };
        self.data.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private static LineChart Curve(IReadOnlyList<(string Name, double? Error)> results)
    {
        double[] errors = [.. results.Select(result => 100 * result.Error!.Value).Order()];
        ChartPoint[] points = [new ChartPoint(0, 0), .. errors.Select((error, i) => new ChartPoint(error, 100.0 * (i + 1) / errors.Length))];
        return new LineChart(
            "Cumulative error",
            new ChartAxis("NME in %") { Minimum = 0, Maximum = 10 },
            new ChartAxis("share of faces in %") { Minimum = 0, Maximum = 100 },
            [new ChartSeries($"{errors.Length} faces", points)]);
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        TorchThreads.UseAllCores();
        var faces = data.Read(parsed, parsed.GetRequiredValue(folder), DataSplit.Test);
        using var network = CheckpointFile.Load(parsed.GetRequiredValue(checkpoint)).CreateNetwork();
        var results = NetworkEvaluation.Measure(network, faces, cancel);
        var report = new EvalReport(results);
        report.Print();
        foreach (var subset in faces.SelectMany(face => face.Subsets).Distinct().Order(StringComparer.Ordinal))
        {
            Console.WriteLine($"subset {subset}");
            new EvalReport([.. results.Where((_, i) => faces[i].Subsets.Contains(subset))]).Print();
        }
        if (parsed.GetValue(json) is { } file)
            report.Write(file);
        if (parsed.GetValue(ced) is { } picture)
            Curve(results).Save(picture);
        return Task.FromResult(ExitCode.Done);
    }
}

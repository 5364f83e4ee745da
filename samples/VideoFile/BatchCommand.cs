using System.CommandLine;
using System.CommandLine.Parsing;
using LiveLandmarks.Commands;
using LiveLandmarks.Detection;
using LiveLandmarks.Expression;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;

namespace VideoFile;

/// <summary>Parses the command line, selects the videos to process, and opens the networks.</summary>
internal sealed class BatchCommand
{
    private readonly Argument<string> input = new("IN") { Description = "Folder of videos; its subfolders are searched too" };
    private readonly Option<string> output = new("--out")
        { Description = "Folder of results: NAME.jsonl for every video, and NAME.done once it is complete", HelpName = "DIR",
        Required = true };
    private readonly Option<bool> draw = new("--video") { Description = "Also write NAME.mp4 with the landmarks drawn in, and sound" };

    private readonly Option<Shard> shard = new("--shard")
    {
        Description = "Process part I of N of the folder, I from 0 to N-1 [default: from JOB_COMPLETION_INDEX or SLURM_ARRAY_TASK_ID, " +
            "and SHARD_COUNT; else all]",
        HelpName = "I/N",
        CustomParser = result => Read(result, () => Shard.Parse(result.Tokens[^1].Value)),
    };

    private readonly Option<string> device = new Option<string>("--device")
    {
        Description = "Where the networks run; auto uses the first device that works",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong([.. Enum.GetNames<ExecutionDevice>().Select(name => name.ToLowerInvariant())]);

    public static RootCommand Create()
    {
        var self = new BatchCommand();
        var command = new RootCommand(
            "Finds the landmarks in all videos of a folder. A repeated run continues where the last one stopped: it skips finished videos.")
        {
            self.input, self.output, self.draw, self.shard, self.device,
        };
        command.Validators.Add(self.KeepFoldersApart);
        command.Validators.Add(self.CheckEnvironment);
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var part = parsed.GetResult(shard) is null ? Shard.FromEnvironment() : parsed.GetValue(shard);
        var videos = VideoFolder.List(parsed.GetRequiredValue(input));
        var results = new ResultFolder(parsed.GetRequiredValue(output));
        var models = ModelCatalog.Open();
        var (landmarks, detector, expression) =
            (models.Load(ModelKind.Landmarks), models.Load(ModelKind.Detector), models.Load(ModelKind.Expression));
        var made = string.Join(", ", new[] { landmarks, detector, expression }
            .Select(model => $"{model.Manifest.Name} {model.Manifest.Sha256[..12]}"));
        Receipt ReceiptFor(InputVideo video, long frames) => Receipt.For(video, made, parsed.GetValue(draw), frames);

        results.DeleteStale(part);
        var own = videos.Where(video => part.Owns(video.Name)).ToArray();
        var clear = WithoutTwins(own);
        var wanted = clear.Where(video => !results.IsFinished(video, ReceiptFor(video, 0))).ToArray();
        var failures = own.Length - clear.Length;
        BatchLog.Say($"shard {part}: {own.Length} of {videos.Count} videos, {clear.Length - wanted.Length} finished before, " +
            $"{wanted.Length} to do");
        if (wanted.Length > 0)
        {
            var options = new InferenceOptions { Device = Enum.Parse<ExecutionDevice>(parsed.GetRequiredValue(device), ignoreCase: true) };
            var network = new LandmarkNetwork(landmarks, options);
            using var locator = new FaceLocator(new HeatmapFaceDetector(detector, options), network);
            using var blendshapes = new BlendshapeNetwork(expression);
            BatchLog.Say($"device: {network.Device}");
            try
            {
                failures += await new Batch(locator, blendshapes, results, ReceiptFor).RunAsync(wanted, cancellation);
            }
            catch (OperationCanceledException)
            {
                BatchLog.Say($"shard {part}: interrupted; the current video was abandoned, finished ones are kept; run again to continue");
                return ExitCode.Interrupted;
            }
        }
        BatchLog.Say($"shard {part}: done, {own.Length - failures} of {own.Length} videos have their results");
        return failures == 0 ? ExitCode.Done : ExitCode.Input;
    }

    /// <summary>Leaves out videos whose paths differ only in the extension, since their results would have the same names.</summary>
    private static InputVideo[] WithoutTwins(InputVideo[] videos)
    {
        foreach (var twins in videos.GroupBy(video => video.Name).Where(group => group.Count() > 1))
            Failure.Report($"{string.Join(" and ", twins.Select(video => video.Path))}: their results would have the same names, so " +
                "neither is processed; rename one.");
        return [.. videos.GroupBy(video => video.Name).Where(group => group.Count() == 1).SelectMany(group => group)];
    }

    /// <summary>Keeps results away from the videos: the next run would process them as videos, and they could overwrite a video.</summary>
    private void KeepFoldersApart(CommandResult result)
    {
        if (result.GetValue(input) is not { Length: > 0 } from || result.GetValue(output) is not { Length: > 0 } to)
            return;
        var (a, b) = (Folder(from), Folder(to));
        if (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))
            result.AddError($"--out {to}: must neither be inside {from} nor contain it.");

        static string Folder(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
    }

    private void CheckEnvironment(CommandResult result)
    {
        if (result.GetResult(shard) is null)
            Read(result, Shard.FromEnvironment);
    }

    private static Shard Read(SymbolResult result, Func<Shard> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            result.AddError($"{e.Message}.");
            return default;
        }
    }
}

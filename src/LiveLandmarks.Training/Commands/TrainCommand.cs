using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train train</c>.</summary>
internal sealed class TrainCommand
{
    private const int MaxNames = 50;

    private readonly Argument<string> folder = new("DATA") { Description = "Folder of the data set" };
    private readonly Option<string> output = new("--out")
        { Description = "Folder for checkpoints and metrics", Required = true, HelpName = "DIR" };
    private readonly Option<long?> steps = new Option<long?>("--steps")
        { Description = "Number of steps, instead of the preset's", HelpName = "N" }.AtLeast(1);
    private readonly Option<int?> batch = new Option<int?>("--batch")
        { Description = "Pictures per batch, instead of the preset's", HelpName = "N" }.AtLeast(1);
    private readonly Option<int?> reuse = new Option<int?>("--reuse")
    {
        Description = "Steps that use each prepared batch, augmented again on the device each time, instead of the preset's; 1 " +
            "for no reuse",
        HelpName = "N",
    }.AtLeast(1);

    private readonly Option<int?> width = new Option<int?>("--width")
        { Description = "Width of the network, instead of the preset's", HelpName = "N" }.AtLeast(16, multipleOf: 16);
    private readonly Option<string?> loss = new Option<string?>("--loss")
        { Description = "Loss, instead of the preset's" }.AcceptOnlyFromAmong([.. LossKinds.Names]);
    private readonly Option<int> checkpointEvery = new Option<int>("--checkpoint-every")
    {
        Description = "Steps between checkpoints, each with a validation and the training's curves",
        DefaultValueFactory = _ => 500,
        HelpName = "N",
    }.AtLeast(1);

    private readonly Option<int> validate = new Option<int>("--validate")
        { Description = "Number of faces to validate on; 0 for no validation", DefaultValueFactory = _ => 100, HelpName = "N" }.AtLeast(0);
    private readonly Option<string> validateOn = new Option<string>("--validate-on")
        { Description = "Part of the data to validate on", DefaultValueFactory = _ => "test" }
        .AcceptOnlyFromAmong("test", "train");

    private readonly Option<bool> restart = new("--restart") { Description = "Start over instead of resuming from the last checkpoint" };
    private readonly Option<string> device = new Option<string>("--device")
        { Description = "cpu, cuda or cuda:N", DefaultValueFactory = _ => "cpu", HelpName = "DEVICE" }
        .Known(name => name is "cpu" or "cuda"
            || (name.StartsWith("cuda:", StringComparison.Ordinal) && byte.TryParse(name.AsSpan(5), out _)), "cpu, cuda or cuda:N");

    private readonly Option<int> workers = new Option<int>("--workers")
    {
        Description = "Threads that prepare batches",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    }.AtLeast(1);

    private readonly Option<string?> teacher = new("--teacher")
    {
        Description = "Checkpoint of a network with the same landmarks; training also learns from its heatmaps",
        HelpName = "CHECKPOINT",
    };

    private readonly PresetArgument preset = new();
    private readonly DataArguments data = new();
    private readonly FaceModelArgument heads = new();

    public static Command Create()
    {
        var self = new TrainCommand();
        var command = new Command("train", "Trains a network; after an interruption, the same command resumes it.")
        {
            self.folder, self.output, self.steps, self.batch,
            self.reuse, self.width, self.loss, self.checkpointEvery, self.validate, self.validateOn, self.restart, self.device,
            self.workers,
            self.teacher,
        };
        self.preset.AddTo(command);
        self.data.AddTo(command);
        self.heads.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private static void Report(TrainingProgress progress, string figure)
    {
        var validation = progress.Validation is { } value
            ? string.Create(CultureInfo.InvariantCulture, $", validation {figure} {100 * value:0.00} %")
            : "";
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"step {progress.Step}/{progress.TotalSteps}, epoch {progress.Epoch:0.0}, loss {progress.Loss:0.0000}, rate " +
                $"{progress.LearningRate:0.0e0}, {progress.ImagesPerSecond:0.0} images/s, {progress.Remaining:hh\\:mm\\:ss} to " +
                $"go{validation}"));
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetRequiredValue(device) is not "cpu" and var gpu && !cuda.is_available())
            throw new DeviceUnavailableException($"--device {gpu}: libtorch finds no CUDA device here; use --device cpu.");
        TorchRuntime.Prepare();
        var faces = data.Read(parsed, parsed.GetRequiredValue(folder), DataSplit.Train);
        RequireDistinctFiles(parsed, faces);
        var options = Options(parsed, faces[0].Scheme);
        using var master = Teacher(parsed.GetValue(teacher), options);
        var feed = new FeedOptions(parsed.GetValue(workers), heads.Read(parsed));
        using var job = TrainingJob.For(options, faces, parsed.GetRequiredValue(folder), feed, cancel);
        var run = new RunOptions
        {
            Folder = parsed.GetRequiredValue(output),
            Pictures = job.Pictures,
            Device = parsed.GetRequiredValue(device),
            Figure = job.Figure,
            CheckpointEvery = parsed.GetValue(checkpointEvery),
        };
        var test = parsed.GetValue(validate) == 0 ? []
            : parsed.GetRequiredValue(validateOn) == "train" ? faces
            : data.Read(parsed, parsed.GetRequiredValue(folder), DataSplit.Test);
        AnnotatedFace[] some = [.. test.Take(parsed.GetValue(validate))];
        var trainer = new Trainer(options, run, job.Source)
        {
            Teacher = master,
            Scheme = faces[0].Scheme,
            Report = progress => Report(progress, job.Figure),
            Validate = some.Length == 0 ? null : network => job.Measure(network, some),
        };
        try
        {
            trainer.Run(resume: !parsed.GetValue(restart), cancel);
        }
        finally
        {
            ReportReplaced(job.Replaced());
        }
        if (job.Replaced().Count is > 0 and var replaced)
            Console.Error.WriteLine($"{Counted.Of(replaced, "picture")} could not be used");
        Console.Error.WriteLine($"the weights are in {run.LastCheckpoint} and {run.BestCheckpoint}");
        return Task.FromResult(ExitCode.Done);
    }

    private static void ReportReplaced(IReadOnlyList<string> pictures)
    {
        foreach (var picture in pictures.Take(MaxNames))
            Console.Error.WriteLine($"left out: {picture}");
        if (pictures.Count > MaxNames)
            Console.Error.WriteLine($"left out: {pictures.Count - MaxNames} more");
    }

    private static HeatmapNetwork? Teacher(string? path, TrainingOptions options)
    {
        if (path is null)
            return options.Distillation is null
                ? null
                : throw new TrainingException($"{options.Name} learns from another network; name its checkpoint with --teacher.");
        var trained = CheckpointFile.Load(path);
        if (options.Detector is not null || trained.Options.Detector is not null)
            throw new TrainingException($"{path}: only landmark networks learn from each other.");
        if ((trained.Options.Network.Landmarks, trained.Options.Network.Boundary) != (options.Network.Landmarks, options.Network.Boundary))
            throw new TrainingException(
                $"{path}: gives {trained.Options.Network.Channels} heatmaps, but {options.Network.Channels} are to be learned.");
        return trained.CreateNetwork();
    }

    private void RequireDistinctFiles(ParseResult parsed, IReadOnlyList<AnnotatedFace> faces)
    {
        var place = new RunOptions { Folder = parsed.GetRequiredValue(output), Pictures = faces.Count };
        var files = new CommandFiles().WritesInto(
            "--out", place.Folder, new[] { place.LastCheckpoint, place.BestCheckpoint, place.Metrics }.Concat(place.Curves)
                .Select(path => Path.GetFileName(path)));
        DataArguments.Declare(files, "DATA", parsed.GetRequiredValue(folder), faces);
        preset.Declare(parsed, files);
        files.Reads("--teacher", parsed.GetValue(teacher));
        heads.Declare(parsed, files);
        files.Check();
    }

    private TrainingOptions Options(ParseResult parsed, LandmarkScheme scheme)
    {
        var options = preset.Load(parsed, scheme);
        if (parsed.GetValue(width) is { } channels)
        {
            if (options.Network.Compact is not null)
                throw new TrainingException(
                    $"{options.Name} has blocks of several widths; give them in a preset of your own instead of --width.");
            options = options with { Network = options.Network with { Width = channels } };
        }
        if (parsed.GetValue(batch) is { } pictures)
            options = options with { BatchSize = pictures };
        if (parsed.GetValue(reuse) is { } times)
            options = options with { Reuse = times > 1 ? (options.Reuse ?? new ReuseOptions()) with { Times = times } : null };
        if (parsed.GetValue(steps) is { } given)
            options = options with { Steps = given, Epochs = null };
        if (parsed.GetValue(teacher) is not null)
            options = options with { Distillation = options.Distillation ?? new DistillationOptions() };
        return parsed.GetValue(loss) is { } name ? options with { Loss = options.Loss with { Kind = LossKinds.Of(name) } } : options;
    }
}

/// <summary>The losses by the names that presets use.</summary>
internal static class LossKinds
{
    private static readonly Dictionary<string, LossKind> Kinds = Enum.GetValues<LossKind>()
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>The loss of one of the <see cref="Names"/>.</summary>
    public static LossKind Of(string name) => Kinds[name];
}

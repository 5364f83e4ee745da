using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train preview</c>.</summary>
internal sealed class PreviewCommand
{
    private readonly Argument<string> folder = new("DATA") { Description = "Folder of the data set" };
    private readonly Option<string> output = new("--out")
        { Description = "Picture to write", DefaultValueFactory = _ => "preview.png", HelpName = "FILE" };
    private readonly Option<long> step = new("--step") { Description = "Step whose batch is drawn", HelpName = "N" };
    private readonly PresetArgument preset = new();
    private readonly DataArguments data = new();
    private readonly FaceModelArgument heads = new();

    public static Command Create()
    {
        var self = new PreviewCommand();
        var command = new Command(
            "preview", "Draws what a training sees: the samples of a batch, and below each one its targets drawn over it.") { self.folder,
            self.output, self.step };
        self.preset.AddTo(command);
        self.data.AddTo(command);
        self.heads.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        TorchRuntime.Prepare();
        var path = parsed.GetRequiredValue(folder);
        var faces = data.Read(parsed, path, DataSplit.Train);
        var files = new CommandFiles().Writes("--out", parsed.GetRequiredValue(output));
        DataArguments.Declare(files, "DATA", path, faces);
        preset.Declare(parsed, files);
        heads.Declare(parsed, files);
        files.Check();
        var options = preset.Load(parsed, faces[0].Scheme);
        using var job = TrainingJob.For(options, faces, path, new FeedOptions(1, heads.Read(parsed)), cancel);
        var batch = job.Source.Next(parsed.GetValue(step));
        using var scope = NewDisposeScope();
        var targets = BatchTensors.Of(batch, null, CPU).Target.data<float>().ToArray();
        using var sheet = options.Detector is null
            ? BatchSheet.Draw(batch, targets, options.Network.Landmarks, boundary: options.Network.Boundary)
            : BatchSheet.Draw(batch, targets, maps: 1);
        PictureFile.Write(parsed.GetRequiredValue(output), sheet);
        return Task.FromResult(ExitCode.Done);
    }
}

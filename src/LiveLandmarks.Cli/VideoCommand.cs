using System.CommandLine;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks video</c>: every frame of a file.</summary>
internal sealed class VideoCommand
{
    private readonly Argument<string> input = new("IN") { Description = "Video file" };
    private readonly Option<string?> output = new("--out") { Description = "Video with the landmarks drawn in", HelpName = "OUT.mp4" };
    private readonly Option<string?> json = new("--json") { Description = "Landmarks, one JSON object a frame; - for the standard output", HelpName = "OUT.jsonl" };
    private readonly Option<int[]> snapshots = new("--snapshot")
    {
        Description = "Numbers of frames to save as frame-N.png beside OUT.mp4",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "N",
    };

    private readonly RenderArguments render = new();
    private readonly TrackerArguments tracking = new();

    public static Command Create()
    {
        var self = new VideoCommand();
        var command = new Command("video", "Processes every frame of a video file; size, frame rate and audio are kept.")
        {
            self.input, self.output, self.json, self.snapshots,
        };
        self.render.AddTo(command);
        self.tracking.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(self.output) is null && result.GetResult(self.json) is null)
                result.AddError("Nothing to write: give --out, --json or both.");
        });
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var source = parsed.GetRequiredValue(input);
        var video = parsed.GetValue(output);
        var info = VideoReader.Inspect(source);
        using var log = Log.Open(parsed);
        using var tracker = tracking.Open(parsed, log);

        var stream = new FrameFeed(() => VideoReader.OpenFile(source))
            .StopOn(cancellation)
            .HandOff(Overflow.Wait)
            .TrackFaces(tracker)
            .HandOff(Overflow.Wait);
        if (parsed.GetValue(json) is { } lines)
            stream = stream.WriteJsonLines(lines, log.CreateLogger(Log.Output));
        if (video is not null)
            stream = Save(stream.Render(render.Read(parsed)), video, parsed.GetValue(snapshots) ?? []).RecordTo(video, info.FramesPerSecond, log.CreateLogger(Log.Output));

        await Progress.RunAsync(info, stream);
        if (video is not null && File.Exists(video))
            await AudioTrack.CopyAsync(source, video);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static IObservable<TrackedFrame> Save(IObservable<TrackedFrame> stream, string video, int[] numbers)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(video))!;
        return numbers.Length == 0 ? stream : stream.Do(tracked =>
        {
            if (numbers.Contains((int)tracked.Frame.Number))
                PictureFile.Write(Path.Combine(folder, $"frame-{tracked.Frame.Number:0000}.png"), tracked.Frame.Image);
        });
    }
}

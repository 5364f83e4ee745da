using System.CommandLine;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks video</c>: processes every frame of a file.</summary>
internal sealed class VideoCommand
{
    // A face is also hidden if it is found only this many frames later; see docs/guides/privacy.md.
    private const int FramesAhead = 24;

    private readonly Argument<string> input = new("IN") { Description = "Video file" };
    private readonly Option<string?> output = new("--out") { Description = "Video with the landmarks drawn in", HelpName = "OUT.mp4" };
    private readonly Option<int[]> snapshots = new("--snapshot")
    {
        Description = "Numbers of frames to save as frame-N.png beside OUT.mp4",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "N",
    };

    private readonly OutputArguments outputs = new();
    private readonly RenderArguments render = new();
    private readonly OverlayArguments overlay = new();
    private readonly TrackerArguments tracking = new();

    public static Command Create()
    {
        var self = new VideoCommand();
        var command = new Command("video", "Processes every frame of a video file; size, frame rate and audio are kept.")
        {
            self.input, self.output, self.snapshots,
        };
        self.outputs.AddTo(command);
        self.render.AddTo(command);
        self.overlay.AddTo(command);
        self.tracking.AddTo(command, onePerson: true);
        command.Validators.Add(result =>
        {
            if (result.GetResult(self.output) is null && !self.outputs.AnyIn(result))
                result.AddError("Nothing to write: give --out, --json, --csv or --send.");
        });
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var source = parsed.GetRequiredValue(input);
        var video = parsed.GetValue(output);
        RequireDistinctFiles(parsed);
        using var log = Log.Open(parsed);
        using var reader = VideoReader.OpenFile(source, log.CreateLogger(Log.Capture));
        using var overlays = overlay.Open(parsed, hotReload: false, log);
        using var tracker = tracking.Open(parsed, log, reportCandidates: overlays is { FailsClosed: true });

        var stream = new FrameFeed(() => reader)
            .StopOn(cancellation)
            .HandOff(Overflow.Wait)
            .TrackFaces(tracker)
            .HandOff(Overflow.Wait);
        stream = outputs.Apply(parsed, stream, log);
        if (video is not null)
        {
            if (overlays is { FailsClosed: true })
                stream = stream.LookAhead(FramesAhead);
            if (overlays is not null)
                stream = stream.DrawOverlays(overlays);
            stream = Save(stream.Render(render.Read(parsed, overlays is not null)), video, parsed.GetValue(snapshots) ?? [])
                .RecordTo(video, reader.Info.FramesPerSecond, source, log.CreateLogger(Log.Output));
        }

        await Progress.RunAsync(reader.Info, stream);
        tracking.SaveCalibration(parsed, tracker);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static string Snapshot(string video, long number) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(video))!, $"frame-{number:0000}.png");

    private void RequireDistinctFiles(ParseResult parsed)
    {
        var files = new CommandFiles().Reads("IN", parsed.GetRequiredValue(input)).Writes("--out", parsed.GetValue(output));
        outputs.Declare(parsed, files);
        overlay.Declare(parsed, files);
        tracking.Declare(parsed, files);
        if (parsed.GetValue(output) is { } video)
        {
            foreach (var number in (parsed.GetValue(snapshots) ?? []).Distinct())
                files.Writes("--snapshot", Snapshot(video, number));
        }
        files.Check();
    }

    private static IObservable<TrackedFrame> Save(IObservable<TrackedFrame> stream, string video, int[] numbers)
    {
        return numbers.Length == 0 ? stream : stream.Do(tracked =>
        {
            if (numbers.Contains((int)tracked.Frame.Number))
                PictureFile.Write(Snapshot(video, tracked.Frame.Number), tracked.Frame.Image);
        });
    }
}

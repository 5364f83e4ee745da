using System.CommandLine;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Overlays;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks live</c>: tracks faces in a camera or stream in real time.</summary>
internal sealed class LiveCommand
{
    // Only nominal if ffmpeg records, since every frame then has its own time. Otherwise recordings play at about the original speed.
    private const double RecordingRate = 25;

    private readonly Option<string> source = new("--source")
    {
        Description = "Camera by number or as camera:NAME, address of a stream, or file, played in real time",
        DefaultValueFactory = _ => "0",
        HelpName = "SOURCE",
    };

    private readonly Option<bool> headless = new("--headless") { Description = "Open no window" };
    private readonly OutputArguments outputs = new();
    private readonly CaptureArguments capture = new();
    private readonly RenderArguments render = new();
    private readonly OverlayArguments overlay = new();
    private readonly TrackerArguments tracking = new();

    public static Command Create()
    {
        var self = new LiveCommand();
        var command = new Command(
            "live", $"Shows the faces before a camera in a window. Keys: {PreviewState.Keys.ReplaceLineEndings("  ")}.") { self.source,
            self.headless };
        self.outputs.AddTo(command);
        self.capture.AddTo(command);
        self.render.AddTo(command);
        self.overlay.AddTo(command);
        self.tracking.AddTo(command, onePerson: true);
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var files = new CommandFiles().Reads("--source", parsed.GetRequiredValue(source));
        outputs.Declare(parsed, files);
        overlay.Declare(parsed, files);
        tracking.Declare(parsed, files);
        files.Check();
        if (!parsed.GetValue(headless))
            WindowPreview.RequireDisplay();
        var name = parsed.GetRequiredValue(source);
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        using var log = Log.Open(parsed);
        using var overlays = overlay.Open(parsed, hotReload: true, log);
        using var tracker = tracking.Open(parsed, log, reportCandidates: overlays is { FailsClosed: true });
        var stream = FrameFeed.From(name, capture.Read(parsed) with { RealTime = true }, log.CreateLogger(Log.Capture))
            .StopOn(closed.Token)
            .HandOff(Overflow.DropOldest, capacity: 1)
            .TrackFaces(tracker);
        stream = outputs.Apply(parsed, stream, log);
        if (overlays is not null)
            stream = stream.HandOff(Overflow.DropOldest, capacity: 1).DrawOverlays(overlays);

        if (parsed.GetValue(headless))
        {
            await Progress.RunAsync(new StreamInfo(name, 0, 0, 30, null), stream);
        }
        else
        {
            using var preview = new WindowPreview(
                new OpenCvWindow("LiveLandmarks"), new PreviewState(render.Read(parsed, overlays is not null)), RecordingRate,
                log.CreateLogger(Log.Output)) { LearnAnew = tracker.ResetCalibration };
            preview.Run(stream, closed.Cancel);
        }
        tracking.SaveCalibration(parsed, tracker);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }
}

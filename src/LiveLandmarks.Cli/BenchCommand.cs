using System.CommandLine;
using System.Diagnostics;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Cli;

/// <summary>
/// <c>livelandmarks bench</c>: measures what a frame costs, stage by stage; with <c>--live</c> how old a frame is when its landmarks are
/// ready, or with <c>--minutes</c> whether the process grows.
/// </summary>
internal sealed class BenchCommand
{
    // A bit more than the sample clip: code is then compiled, and buffers have grown, also for the jump back to the start.
    private const int WarmUpFrames = 300;

    private static readonly string SampleClip = Path.Combine(AppContext.BaseDirectory, "samples", "collins.mp4");

    private readonly Argument<string?> input = new("IN")
        { Description = "Video to loop over [default: the sample clip]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> frames = new Option<int>("--frames")
        { Description = "Frames to measure, after a warm-up", DefaultValueFactory = _ => 600, HelpName = "N" }.AtLeast(1);
    private readonly Option<int> copies = new Option<int>("--faces")
        { Description = "Tile each picture N times into one, for more faces", DefaultValueFactory = _ => 1, HelpName = "N" }.Between(1, 64);
    private readonly Option<bool> live = new("--live")
        { Description = "Play the video in real time, as a camera would, and measure latency and dropped frames" };
    private readonly Option<int> minutes = new Option<int>("--minutes")
        { Description = "Run at full speed for N minutes, and print memory and open handles once a minute", HelpName = "N" }.AtLeast(1);
    private readonly TrackerArguments tracking = new();

    public static Command Create()
    {
        var self = new BenchCommand();
        var command = new Command(
            "bench", "Measures the stages of a frame, memory, and the whole against the network alone; or latency (--live), or growth " +
            "(--minutes).")
        {
            self.input, self.frames, self.copies, self.live, self.minutes,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(self.live) && result.GetResult(self.minutes) is not null)
                result.AddError("--live and --minutes are different measurements; choose one.");
        });
        self.tracking.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var count = parsed.GetValue(frames);
        using var log = Log.Open(parsed);
        using var tracker = tracking.Open(parsed, log);
        if (parsed.GetValue(live))
        {
            var report = new LiveReport(WarmUpFrames, count);
            await report.RunAsync(() => new PacedReader(Open(parsed), TimeProvider.System), tracker, cancellation);
        }
        else
        {
            var steadiness = parsed.GetResult(minutes) is null ? MeasureSteadiness(parsed, tracker, cancellation) : null;
            using var reader = Open(parsed);
            using var loop = new BenchLoop(reader, tracker);
            if (parsed.GetResult(minutes) is not null)
                Endure(loop, TimeSpan.FromMinutes(parsed.GetValue(minutes)), cancellation);
            else
                MeasureStages(loop, new BenchReport(count, steadiness), cancellation);
        }
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>How much the landmarks of the sample clip tremble, in one line; null for other videos, whose motion is unknown.</summary>
    private string? MeasureSteadiness(ParseResult parsed, FaceTracker tracker, CancellationToken cancellation)
    {
        if (parsed.GetValue(input) is not null || parsed.GetValue(copies) > 1)
            return null;
        using var reader = VideoReader.OpenFile(SampleClip);
        var motion = KnownMotion.Read(Path.ChangeExtension(SampleClip, ".csv"));
        var (raw, smoothed) = SteadinessTrial.Run(reader, tracker, motion, cancellation);
        return SteadinessReport.Line(raw, smoothed);
    }

    private static void MeasureStages(BenchLoop loop, BenchReport report, CancellationToken cancellation)
    {
        for (var i = -WarmUpFrames; i < report.Frames; i++)
        {
            if (cancellation.IsCancellationRequested)
                return;
            if (i == 0)
                report.Start();
            var start = Stopwatch.GetTimestamp();
            var faces = loop.Step();
            if (i >= 0)
                report.Add(loop.Clock, Stopwatch.GetElapsedTime(start), faces);
        }
        report.Print();
    }

    private static void Endure(BenchLoop loop, TimeSpan length, CancellationToken cancellation)
    {
        var report = new EnduranceReport();
        var start = Stopwatch.StartNew();
        var next = TimeSpan.Zero;
        for (var done = 0L; ; done++)
        {
            var ends = start.Elapsed >= length || cancellation.IsCancellationRequested;
            if (ends || start.Elapsed >= next)
            {
                report.Measure(start.Elapsed, done);
                next += TimeSpan.FromMinutes(1);
            }
            if (ends)
                break;
            loop.Step();
        }
        report.Print();
    }

    private IFrameReader Open(ParseResult parsed)
    {
        var source = parsed.GetValue(input) ?? SampleClip;
        var reader = new LoopingReader(() => VideoReader.OpenFile(source));
        return parsed.GetValue(copies) is > 1 and var faces ? new TiledReader(reader, faces) : reader;
    }
}

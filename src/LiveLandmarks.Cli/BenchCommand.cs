using System.CommandLine;
using System.Diagnostics;
using LiveLandmarks.Capture;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Rendering;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks bench</c>: what a frame costs, stage by stage, one after the other on one thread.</summary>
internal sealed class BenchCommand
{
    // Once round the sample clip: until code is compiled, and buffers are grown by its jump back to the start.
    private const int WarmUpFrames = 300;

    private static readonly string SampleClip = Path.Combine(AppContext.BaseDirectory, "samples", "collins.mp4");

    private readonly Argument<string?> input = new("IN") { Description = "Video to loop over [default: the sample clip]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> frames = new Option<int>("--frames") { Description = "Frames to measure, after a warm-up", DefaultValueFactory = _ => 600, HelpName = "N" }.AtLeast(1);
    private readonly TrackerArguments tracking = new();

    public static Command Create()
    {
        var self = new BenchCommand();
        var command = new Command("bench", "Measures the stages of a frame, memory, and the whole against the bare network.") { self.input, self.frames };
        self.tracking.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var source = parsed.GetValue(input) ?? SampleClip;
        using var reader = new LoopingReader(() => VideoReader.OpenFile(source));
        using var log = Log.Open(parsed);
        using var tracker = tracking.Open(parsed, log);
        using var image = new Mat();
        using var renderer = new LandmarkRenderer();
        var report = new BenchReport(parsed.GetValue(frames));

        for (var i = -WarmUpFrames; i < report.Frames; i++)
        {
            if (cancellation.IsCancellationRequested)
                return Task.FromResult(ExitCode.Interrupted);
            if (i == 0)
                report.Start();
            tracker.Clock.Reset();
            var start = Stopwatch.GetTimestamp();
            var faces = Process(reader, tracker, renderer, image);
            if (i >= 0)
                report.Add(tracker.Clock, Stopwatch.GetElapsedTime(start), faces);
        }
        report.Print();
        return Task.FromResult(ExitCode.Done);
    }

    private static int Process(LoopingReader reader, FaceTracker tracker, LandmarkRenderer renderer, Mat image)
    {
        TimeSpan time;
        using (tracker.Clock.Time(Stage.Capture))
            reader.Read(image, out time);
        var faces = tracker.Process(image, time);
        using (tracker.Clock.Time(Stage.Render))
            renderer.Draw(image, faces);
        return faces.Count;
    }
}

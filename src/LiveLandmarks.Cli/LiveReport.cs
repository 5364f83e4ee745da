using System.Diagnostics;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Overlays;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Cli;

/// <summary>
/// Measures the pipeline of a live source: the time from reading a frame to its drawn landmarks, and the time that the tracker's thread
/// spends on a frame compared with the time of the network alone.
/// </summary>
/// <param name="warmUp">Number of frames read before the measurement.</param>
/// <param name="frames">Number of frames read during the measurement.</param>
internal sealed class LiveReport(int warmUp, int frames)
{
    private readonly List<double> latencies = new(frames);
    private long faces;
    private long start, end;
    private long taken;
    private TimeSpan whole, network;

    /// <summary>Number of frames read during the measurement.</summary>
    public long Read { get; private set; }

    /// <summary>Number of these frames that were dropped because a newer one arrived before the tracker was free.</summary>
    public long Dropped { get; private set; }

    /// <summary>Milliseconds from reading a frame to its drawn landmarks, for each frame that was not dropped.</summary>
    public IReadOnlyList<double> Latencies => latencies;

    /// <summary>Plays a source and prints the measurements.</summary>
    /// <param name="open">Opens the source, which must deliver its frames in real time.</param>
    /// <param name="tracker">Finds the faces.</param>
    /// <param name="cancellation">Stops early; the measurements so far are then printed.</param>
    public async Task RunAsync(Func<IFrameReader> open, FaceTracker tracker, CancellationToken cancellation)
    {
        await new FrameFeed(open)
            .Take(warmUp + frames)
            .StopOn(cancellation)
            .Do(Count)
            .HandOff(Overflow.DropOldest, capacity: 1, Drop)
            .Do(_ =>
            {
                taken = Stopwatch.GetTimestamp();
                tracker.Clock.Reset();
            })
            .TrackFaces(tracker)
            .Render()
            .Do(tracked => Finish(tracked, tracker.Clock))
            .LastOrDefaultAsync();
        Print();
    }

    private bool Measures(Frame frame) => frame.Number >= warmUp;

    private void Count(Frame frame)
    {
        if (frame.Number == warmUp)
            start = Stopwatch.GetTimestamp();
        if (!Measures(frame))
            return;
        Read++;
        end = Stopwatch.GetTimestamp();
    }

    private void Drop(Frame frame)
    {
        if (Measures(frame))
            Dropped++;
    }

    private void Finish(TrackedFrame tracked, StageClock clock)
    {
        if (!Measures(tracked.Frame))
            return;
        latencies.Add(tracked.Frame.Age.TotalMilliseconds);
        whole += Stopwatch.GetElapsedTime(taken);
        network += clock[Stage.Network];
        faces += tracked.Faces.Count;
    }

    private void Print()
    {
        if (latencies.Count == 0)
            return;
        // There is one interval less than there are frames.
        var seconds = Stopwatch.GetElapsedTime(start, end).TotalSeconds * Read / Math.Max(1, Read - 1);
        Line($"frames in              {Read}, {Read / seconds:0.0} a second");
        Line($"frames out             {latencies.Count}, {latencies.Count / seconds:0.0} a second, " +
            $"{faces / (double)latencies.Count:0.00} faces each");
        Line($"frames dropped         {Dropped}");
        Line($"read to landmarks      p50 {Percentile.Of(latencies, 0.5):0.0} ms, p95 {Percentile.Of(latencies, 0.95):0.0} ms, longest " +
            $"{latencies.Max():0.0} ms, drawing included");
        Line($"whole / network        {whole / network:0.000} (means {whole.TotalMilliseconds / latencies.Count:0.00} and " +
            $"{network.TotalMilliseconds / latencies.Count:0.00} ms): all that the tracker's thread does with a frame");

        static void Line(string text) => Console.Out.WriteLine(text);
    }
}

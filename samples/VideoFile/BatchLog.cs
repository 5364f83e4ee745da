using System.Diagnostics;
using System.Globalization;
using LiveLandmarks.Capture;

namespace VideoFile;

/// <summary>Says how far a batch is, in lines for a log: on the standard output, as failures alone are on the standard error.</summary>
/// <param name="videos">What is to be done.</param>
internal sealed class BatchLog(IReadOnlyCollection<InputVideo> videos)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly long start = Stopwatch.GetTimestamp();
    private long bytesLeft = videos.Sum(video => video.Bytes);
    private double bytesDone;
    private int number;
    private long started;
    private long spoke;
    private long frames;
    private InputVideo? current;
    private StreamInfo? info;

    /// <summary>A line with the time before it.</summary>
    public static void Say(string text) => Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z {text}");

    /// <summary>A video was taken up.</summary>
    public void Begin(InputVideo video)
    {
        (current, info, frames) = (video, null, 0);
        started = spoke = Stopwatch.GetTimestamp();
        bytesLeft -= video.Bytes;
        number++;
    }

    /// <summary>The video could be opened.</summary>
    public void Opened(StreamInfo stream) => info = stream;

    /// <summary>A frame of it was done.</summary>
    public void Frame()
    {
        frames++;
        if (Stopwatch.GetElapsedTime(spoke) < Interval)
            return;
        spoke = Stopwatch.GetTimestamp();
        var share = info?.FrameCount is { } count ? Math.Min(1, (double)frames / count) : 0;
        Report($"{frames} of {info?.FrameCount?.ToString(CultureInfo.InvariantCulture) ?? "?"} frames", share * current!.Bytes,
            (1 - share) * current.Bytes);
    }

    /// <summary>The video was finished.</summary>
    public void Finished()
    {
        bytesDone += current!.Bytes;
        Report($"finished, {frames} frames", 0, 0);
    }

    private void Report(string what, double moreDone, double moreLeft)
    {
        var rate = frames / Math.Max(Stopwatch.GetElapsedTime(started).TotalSeconds, 1e-3);
        // Lengths in bytes are known beforehand, lengths in frames are not.
        var left = Stopwatch.GetElapsedTime(start) * ((bytesLeft + moreLeft) / Math.Max(bytesDone + moreDone, 1));
        Say($"{number} of {videos.Count} {current!.Path}: {what}, {rate:0.0} frames/s, ETA {(long)left.TotalHours}:{left:mm\\:ss}");
    }
}

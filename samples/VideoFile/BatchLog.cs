using System.Diagnostics;
using System.Globalization;
using LiveLandmarks.Capture;

namespace VideoFile;

/// <summary>Logs the progress of a batch, line by line, on standard output. Standard error carries only failures.</summary>
/// <param name="videos">The videos to process.</param>
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

    /// <summary>Prints a line with the time in front.</summary>
    public static void Say(string text) => Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z {text}");

    /// <summary>Notes that a video was started.</summary>
    public void Begin(InputVideo video)
    {
        (current, info, frames) = (video, null, 0);
        started = spoke = Stopwatch.GetTimestamp();
        bytesLeft -= video.Bytes;
        number++;
    }

    /// <summary>Notes that the video was opened.</summary>
    public void Opened(StreamInfo stream) => info = stream;

    /// <summary>Notes that one of its frames was processed.</summary>
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

    /// <summary>Notes that the video was finished.</summary>
    public void Finished()
    {
        bytesDone += current!.Bytes;
        Report($"finished, {frames} frames", 0, 0);
    }

    private void Report(string what, double moreDone, double moreLeft)
    {
        var rate = frames / Math.Max(Stopwatch.GetElapsedTime(started).TotalSeconds, 1e-3);
        // The estimate uses lengths in bytes: they are known beforehand, lengths in frames are not.
        var left = Stopwatch.GetElapsedTime(start) * ((bytesLeft + moreLeft) / Math.Max(bytesDone + moreDone, 1));
        Say($"{number} of {videos.Count} {current!.Path}: {what}, {rate:0.0} frames/s, ETA {(long)left.TotalHours}:{left:mm\\:ss}");
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Plays a file as a camera would deliver it: no picture before its time. After a delay it continues at the normal pace and does
/// not catch up.</summary>
/// <param name="reader">A file; disposed with this one.</param>
/// <param name="clock">The clock.</param>
public sealed class PacedReader(IFrameReader reader, TimeProvider clock) : IFrameReader
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    private long start = clock.GetTimestamp();

    /// <inheritdoc/>
    public StreamInfo Info => reader.Info;

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        if (!reader.Read(image, out time))
            return false;
        var early = time - clock.GetElapsedTime(start);
        if (early > TimeSpan.Zero)
            Task.Delay(early, clock).GetAwaiter().GetResult();
        else if (early < -LongestDelay)
            start = clock.GetTimestamp() - (long)(time.TotalSeconds * clock.TimestampFrequency);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}

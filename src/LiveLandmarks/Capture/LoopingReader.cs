using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Plays a source over and over, with timestamps that go on growing: for benchmarks and endurance tests.</summary>
public sealed class LoopingReader : IFrameReader
{
    private readonly Func<IFrameReader> open;
    private IFrameReader reader;
    private TimeSpan offset;
    private TimeSpan last = TimeSpan.MinValue;

    /// <summary>Opens the source.</summary>
    /// <param name="open">Opens the source at its beginning; called once a round.</param>
    public LoopingReader(Func<IFrameReader> open)
    {
        this.open = open;
        reader = open();
        Info = reader.Info with { FrameCount = null };
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <inheritdoc/>
    /// <remarks>False only for a source without a single image.</remarks>
    public bool Read(Mat image, out TimeSpan time)
    {
        if (!reader.Read(image, out time))
        {
            reader.Dispose();
            reader = open();
            if (!reader.Read(image, out time))
                return false;
            offset = last + TimeSpan.FromSeconds(1 / Info.FramesPerSecond) - time;
        }
        time += offset;
        last = time;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}

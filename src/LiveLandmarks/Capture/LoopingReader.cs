using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Plays a source repeatedly, with timestamps that keep increasing: for benchmarks and endurance tests.</summary>
public sealed class LoopingReader : IFrameReader
{
    private readonly Func<IFrameReader> open;
    private IFrameReader reader;
    private Task<IFrameReader> next;
    private TimeSpan offset;
    private TimeSpan last = TimeSpan.MinValue;

    /// <summary>Opens the source.</summary>
    /// <param name="open">Opens the source at its start. It is called once per round, on another thread and one round ahead, so that no
    /// frame waits for it.</param>
    public LoopingReader(Func<IFrameReader> open)
    {
        this.open = open;
        reader = open();
        next = Task.Run(open);
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
            reader = next.GetAwaiter().GetResult();
            next = Task.Run(open);
            if (!reader.Read(image, out time))
                return false;
            offset = last + TimeSpan.FromSeconds(1 / Info.FramesPerSecond) - time;
        }
        time += offset;
        last = time;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        next.ContinueWith(opened => opened.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
    }
}

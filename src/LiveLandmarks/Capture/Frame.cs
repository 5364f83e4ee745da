using System.Diagnostics;
using LiveLandmarks.Streams;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>
/// One frame of a stream. Leased from a <see cref="FramePool"/> and returned to it by the last <see cref="Dispose"/>. An observer may use
/// the frame until its <c>OnNext</c> returns; to use it longer, call <see cref="Retain"/>.
/// </summary>
public sealed class Frame : IRetainable
{
    private readonly FramePool pool;
    private readonly Mat image = new();
    private int leases;

    internal Frame(FramePool pool) => this.pool = pool;

    /// <summary>The picture: BGR, 8 bits.</summary>
    /// <exception cref="ObjectDisposedException">The frame was returned to its pool.</exception>
    public Mat Image
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref leases) == 0, this);
            return image;
        }
    }

    /// <summary>Position in the stream, from 0; numbers of dropped frames are missing.</summary>
    public long Number { get; set; }

    /// <summary>When the frame was captured, measured from the start of the stream. Increases from frame to frame.</summary>
    public TimeSpan Timestamp { get; set; }

    /// <summary>Time since the frame was read from its source: its latency so far.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(ReadAt);

    /// <summary>When the frame was read, as a timestamp of the system clock.</summary>
    internal long ReadAt { get; set; }

    /// <summary>Takes number and times from another frame, of which this one is a copy.</summary>
    /// <param name="other">The frame that was copied.</param>
    public void TakeTimeOf(Frame other) => (Number, Timestamp, ReadAt) = (other.Number, other.Timestamp, other.ReadAt);

    /// <inheritdoc/>
    public void Retain()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref leases) == 0, this);
        Interlocked.Increment(ref leases);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var left = Interlocked.Decrement(ref leases);
        if (left < 0)
        {
            Interlocked.Increment(ref leases);
            throw new InvalidOperationException($"Frame {Number} was disposed more often than it was retained.");
        }
        if (left == 0)
            pool.Return(this);
    }

    internal void Lend() => Volatile.Write(ref leases, 1);

    internal void Free() => image.Dispose();
}

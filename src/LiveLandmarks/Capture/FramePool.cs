using System.Collections.Concurrent;

namespace LiveLandmarks.Capture;

/// <summary>
/// Keeps the frames of a stream for reuse, so that a steady stream allocates nothing. It holds as many frames as were ever in use at once.
/// Thread-safe.
/// </summary>
public sealed class FramePool : IDisposable
{
    private readonly ConcurrentStack<Frame> free = new();
    private int leased;
    private volatile bool disposed;

    /// <summary>Number of frames in use now.</summary>
    public int Leased => Volatile.Read(ref leased);

    /// <summary>Leases a frame whose picture is empty or old: write the new picture into it.</summary>
    public Frame Lease()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!free.TryPop(out var frame))
            frame = new Frame(this);
        Interlocked.Increment(ref leased);
        frame.Lend();
        return frame;
    }

    /// <summary>Frees the pictures; pictures in use are freed when they are returned.</summary>
    public void Dispose()
    {
        disposed = true;
        while (free.TryPop(out var frame))
            frame.Free();
    }

    internal void Return(Frame frame)
    {
        Interlocked.Decrement(ref leased);
        free.Push(frame);
        // If the pool was disposed meanwhile, the thread that pops the frame frees it.
        if (disposed)
            Dispose();
    }
}

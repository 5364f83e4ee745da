using System.Collections.Concurrent;

namespace LiveLandmarks.Capture;

/// <summary>
/// Keeps the frames of a stream for reuse, so that a steady stream allocates nothing. It holds as many frames as were
/// ever in use at once. Thread-safe.
/// </summary>
public sealed class FramePool : IDisposable
{
    private readonly ConcurrentStack<Frame> free = new();
    private int leased;
    private volatile bool disposed;

    /// <summary>Frames in use now.</summary>
    public int Leased => Volatile.Read(ref leased);

    /// <summary>Lends a frame whose picture is empty or an old one: write the new one into it.</summary>
    public Frame Lease()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!free.TryPop(out var frame))
            frame = new Frame(this);
        Interlocked.Increment(ref leased);
        frame.Lend();
        return frame;
    }

    /// <summary>Frees the pictures; those in use are freed when they come back.</summary>
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
        // Disposed meanwhile: whoever pops the frame frees it.
        if (disposed)
            Dispose();
    }
}

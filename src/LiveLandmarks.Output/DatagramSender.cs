using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>A sink that sends datagrams on the thread of the stream. Thread-safe: one frame is written after the other, and none after
/// the end.</summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal abstract class DatagramSender(DatagramSocket socket) : ITrackedFrameSink
{
    private readonly Lock gate = new();
    private bool disposed;

    /// <summary>The connection to the receiver.</summary>
    protected DatagramSocket Socket { get; } = socket;

    /// <inheritdoc/>
    public void Write(TrackedFrame tracked)
    {
        lock (gate)
        {
            if (!disposed)
                Send(tracked);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            Socket.Dispose();
        }
    }

    /// <summary>Sends a frame.</summary>
    /// <param name="tracked">The frame with its faces, by id.</param>
    protected abstract void Send(TrackedFrame tracked);
}

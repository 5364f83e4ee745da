using System.Numerics;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>Sends all faces of a frame as OpenSeeFace's tracker does. Sends nothing for a frame without faces. Thread-safe.</summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class OpenSeeFaceSender(DatagramSocket socket) : ITrackedFrameSink
{
    // The number that fits into a datagram on all systems: macOS refuses more than 9216 bytes. Further faces go into more datagrams.
    private const int FacesInDatagram = 5;

    private readonly Lock gate = new();
    private readonly byte[] datagram = new byte[FacesInDatagram * OpenSeeFacePacket.Size];
    private readonly OpenSeeFacePacket packet = new();
    private readonly FaceSlots slots = new();
    private bool disposed;

    /// <inheritdoc/>
    public void Write(TrackedFrame tracked)
    {
        lock (gate)
        {
            if (disposed || tracked.Faces.Count == 0)
                return;
            var picture = new Vector2(tracked.Frame.Image.Cols, tracked.Frame.Image.Rows);
            var time = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
            var length = 0;
            for (var i = 0; i < tracked.Faces.Count; i++)
            {
                if (length == datagram.Length)
                {
                    socket.Send(datagram);
                    length = 0;
                }
                var face = tracked.Faces[i];
                packet.Write(datagram.AsSpan(length, OpenSeeFacePacket.Size), face, slots.Of(face, tracked.Faces), time, picture);
                length += OpenSeeFacePacket.Size;
            }
            socket.Send(datagram.AsSpan(0, length));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            socket.Dispose();
        }
    }
}

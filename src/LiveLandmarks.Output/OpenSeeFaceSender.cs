using System.Numerics;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>Sends all faces of a frame as OpenSeeFace's tracker does. Sends nothing for a frame without faces. Thread-safe.</summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class OpenSeeFaceSender(DatagramSocket socket) : DatagramSender(socket)
{
    // The number that fits into a datagram on all systems: macOS refuses more than 9216 bytes. Further faces go into more datagrams.
    private const int FacesInDatagram = 5;

    private readonly byte[] datagram = new byte[FacesInDatagram * OpenSeeFacePacket.Size];
    private readonly OpenSeeFacePacket packet = new();
    private readonly FaceSlots slots = new();

    /// <inheritdoc/>
    protected override void Send(TrackedFrame tracked)
    {
        if (tracked.Faces.Count == 0)
            return;
        var picture = new Vector2(tracked.Frame.Image.Cols, tracked.Frame.Image.Rows);
        var time = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
        var length = 0;
        for (var i = 0; i < tracked.Faces.Count; i++)
        {
            if (length == datagram.Length)
            {
                Socket.Send(datagram);
                length = 0;
            }
            var face = tracked.Faces[i];
            packet.Write(datagram.AsSpan(length, OpenSeeFacePacket.Size), face, slots.Of(face, tracked.Faces), time, picture);
            length += OpenSeeFacePacket.Size;
        }
        Socket.Send(datagram.AsSpan(0, length));
    }
}

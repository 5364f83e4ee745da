using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>Sends the face with the lowest id in view as the iPhone app Live Link Face does, to Unreal Engine for example. Frames without a
/// face are sent as such. Thread-safe.</summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class LiveLinkSender(DatagramSocket socket) : DatagramSender(socket)
{
    private readonly LiveLinkPacket packet = new();

    /// <inheritdoc/>
    protected override void Send(TrackedFrame tracked) =>
        Socket.Send(packet.Write(tracked.Faces.Count > 0 ? tracked.Faces[0] : null, DateTime.Now.TimeOfDay));
}

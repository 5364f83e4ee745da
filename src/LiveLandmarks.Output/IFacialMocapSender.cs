using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>
/// Sends the face with the lowest id in view as the iPhone app iFacialMocap does (www.ifacialmocap.com/for-developer): one line of text
/// per frame. Sends nothing for a frame without faces. Thread-safe.
/// </summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class IFacialMocapSender(DatagramSocket socket) : DatagramSender(socket)
{
    private readonly IFacialMocapText text = new();

    /// <inheritdoc/>
    protected override void Send(TrackedFrame tracked)
    {
        if (tracked.Faces.Count > 0)
            Socket.Send(text.Write(tracked.Faces[0]));
    }
}

using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>
/// Sends the head of the face with the lowest id in view to opentrack's input "UDP over network": six little-endian doubles. Sends nothing
/// while there is no face, or none with a head pose, so opentrack keeps the last one. Thread-safe.
/// </summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class OpentrackSender(DatagramSocket socket) : DatagramSender(socket)
{
    private readonly byte[] datagram = new byte[6 * sizeof(double)];

    /// <inheritdoc/>
    protected override void Send(TrackedFrame tracked)
    {
        if (tracked.Faces.Count == 0 || tracked.Faces[0].Pose is not { } pose)
            return;
        Write(datagram, pose);
        Socket.Send(datagram);
    }

    /// <summary>
    /// Writes x, y, z in centimeters and yaw, pitch, roll in degrees. As in opentrack's own trackers, x is positive to the person's left,
    /// y up, z away from the camera; yaw is positive when they turn to their right, pitch when they look up, roll when they lean to their
    /// left shoulder.
    /// </summary>
    private static void Write(Span<byte> to, in HeadPose pose)
    {
        var writer = new LittleEndianWriter(to);
        writer.Write((double)pose.Translation.X);
        writer.Write((double)-pose.Translation.Y);
        writer.Write((double)pose.Translation.Z);
        writer.Write((double)-pose.Yaw);
        writer.Write((double)pose.Pitch);
        writer.Write((double)pose.Roll);
    }
}

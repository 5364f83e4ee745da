using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>
/// Sends the face with the lowest id in view by the Virtual Motion Capture protocol 2.7 (protocol.vmc.info), one bundle per frame. Without
/// a face, the bundle only says that there is none. Thread-safe.
/// </summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class VmcSender(DatagramSocket socket) : ITrackedFrameSink
{
    private const int Loaded = 1;
    private const int Calibrated = 3;
    private const int NormalMode = 0;

    private readonly Lock gate = new();
    private readonly OscBundle bundle = new(1024);
    private bool disposed;

    /// <inheritdoc/>
    public void Write(TrackedFrame tracked)
    {
        lock (gate)
        {
            if (disposed)
                return;
            bundle.Begin();
            if (tracked.Faces.Count > 0)
                Add(tracked.Faces[0]);
            bundle.Add("/VMC/Ext/OK"u8, Loaded, Calibrated, NormalMode, tracked.Faces.Count > 0 ? 1 : 0);
            bundle.Add("/VMC/Ext/T"u8, ""u8, (float)tracked.Frame.Timestamp.TotalSeconds);
            socket.Send(bundle.Bytes);
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

    /// <summary>
    /// Adds a face. An avatar's axes in Unity point to its right, up and to the front (left-handed): the opposites of our head's axes,
    /// which are right-handed. A rotation has the same numbers in both systems.
    /// </summary>
    private void Add(TrackedFace face)
    {
        if (face.Pose is { } pose)
        {
            var turn = pose.Rotation.W < 0 ? -pose.Rotation : pose.Rotation;
            bundle.Add("/VMC/Ext/Bone/Pos"u8, "Head"u8, 0, 0, 0, turn.X, turn.Y, turn.Z, turn.W);
        }
        bundle.Add("/VMC/Ext/Blend/Val"u8, "Blink_L"u8, 1 - AvatarFace.LeftEye(face));
        bundle.Add("/VMC/Ext/Blend/Val"u8, "Blink_R"u8, 1 - AvatarFace.RightEye(face));
        bundle.Add("/VMC/Ext/Blend/Val"u8, "A"u8, AvatarFace.Mouth(face));
        bundle.Add("/VMC/Ext/Blend/Apply"u8);
    }
}

using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>
/// Sends the face with the lowest id in view by the Virtual Motion Capture protocol 2.7 (protocol.vmc.info), one bundle per frame, or
/// several when it does not fit into a packet of the network. Besides the three standard shapes it sends those of "perfect sync": ARKit's
/// movements as blend shapes with a capital first letter. Without a face, the bundle only says that there is none. Thread-safe.
/// </summary>
/// <param name="socket">The connection to the receiver; closed with this object.</param>
internal sealed class VmcSender(DatagramSocket socket) : DatagramSender(socket)
{
    private const int Loaded = 1;
    private const int Calibrated = 3;
    private const int NormalMode = 0;

    // What an Ethernet packet carries by UDP; the protocol asks for bundles within 1500 bytes.
    private const int Capacity = 1472;

    // A blend shape with the longest name and what follows it takes less.
    private const int LongestMessage = 80;

    private readonly OscBundle bundle = new(Capacity);

    /// <inheritdoc/>
    protected override void Send(TrackedFrame tracked)
    {
        bundle.Begin();
        if (tracked.Faces.Count > 0)
            Add(tracked.Faces[0]);
        MakeRoom();
        bundle.Add("/VMC/Ext/OK"u8, Loaded, Calibrated, NormalMode, tracked.Faces.Count > 0 ? 1 : 0);
        bundle.Add("/VMC/Ext/T"u8, ""u8, (float)tracked.Frame.Timestamp.TotalSeconds);
        Socket.Send(bundle.Bytes);
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
        AddShape("Blink_L"u8, 1 - AvatarFace.LeftEye(face));
        AddShape("Blink_R"u8, 1 - AvatarFace.RightEye(face));
        AddShape("A"u8, AvatarFace.Mouth(face));
        for (var shape = default(Blendshape); (int)shape < Blendshapes.Count; shape++)
        {
            if (AvatarFace.Shape(face, shape) is { } strength)
                AddShape(BlendshapeNames.Capital(shape), strength);
        }
        MakeRoom();
        bundle.Add("/VMC/Ext/Blend/Apply"u8);
    }

    private void AddShape(ReadOnlySpan<byte> name, float strength)
    {
        MakeRoom();
        bundle.Add("/VMC/Ext/Blend/Val"u8, name, strength);
    }

    private void MakeRoom()
    {
        if (bundle.Bytes.Length + LongestMessage <= Capacity)
            return;
        Socket.Send(bundle.Bytes);
        bundle.Begin();
    }
}

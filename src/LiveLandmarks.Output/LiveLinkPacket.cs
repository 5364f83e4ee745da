using System.Text;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes a face as the iPhone app Live Link Face does, version 6, big-endian: version (u8), device id and subject name (each i32 length
/// and ASCII), frame time (i32 frames and f32 part of a frame since midnight, frame rate as i32 / i32), number of values (u8, 61), values
/// (f32). Without a face the packet ends after the frame time. Unknown values are 0. Reuses its buffer; not thread-safe.
/// </summary>
internal sealed class LiveLinkPacket
{
    private const byte Version = 6;
    private const byte Values = 61;
    private const int FramesPerSecond = 60;

    private readonly byte[] bytes = new byte[512];

    // Receivers exist that read an id of 36 characters, whatever its length says.
    private readonly byte[] device = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("D").ToUpperInvariant());

    /// <summary>Writes a frame.</summary>
    /// <param name="face">The face; null when there is none.</param>
    /// <param name="timeOfDay">Time since midnight.</param>
    /// <returns>The packet, valid until the next call.</returns>
    public ReadOnlySpan<byte> Write(TrackedFace? face, TimeSpan timeOfDay)
    {
        var to = new BigEndianWriter(bytes);
        to.Write(Version);
        to.Write(device);
        to.Write("LiveLandmarks"u8);
        var frames = timeOfDay.TotalSeconds * FramesPerSecond;
        to.Write((int)frames);
        to.Write((float)(frames - Math.Truncate(frames)));
        to.Write(FramesPerSecond);
        to.Write(1);
        if (face is not null)
            Write(ref to, face);
        return bytes.AsSpan(0, to.Written);
    }

    /// <summary>Writes the values: 52 movements and the rotations of the head and the eyes. Angles are radians: yaw is positive to the
    /// person's left, pitch upwards, roll to their right shoulder. Those of the eyes are relative to the head.</summary>
    private static void Write(ref BigEndianWriter to, TrackedFace face)
    {
        to.Write(Values);
        for (var i = 0; i < Blendshapes.Count; i++)
            to.Write(AvatarFace.Shape(face, At(i)) ?? 0);
        to.Write(Radians(face.Pose?.Yaw));
        to.Write(Radians(face.Pose?.Pitch));
        to.Write(Radians(-face.Pose?.Roll));
        Write(ref to, HeadGaze.Of(face, face.LeftEye));
        Write(ref to, HeadGaze.Of(face, face.RightEye));
    }

    private static void Write(ref BigEndianWriter to, GazeDirection? gaze)
    {
        to.Write(Radians(gaze?.Yaw));
        to.Write(Radians(gaze?.Pitch));
        to.Write(0f);
    }

    /// <summary>The movement at a place. Unreal Engine has left before right throughout; the app's tables, whose order
    /// <see cref="Blendshape"/> follows, have right before left for jaw and mouth.</summary>
    private static Blendshape At(int place) => (Blendshape)place switch
    {
        Blendshape.JawRight => Blendshape.JawLeft,
        Blendshape.JawLeft => Blendshape.JawRight,
        Blendshape.MouthRight => Blendshape.MouthLeft,
        Blendshape.MouthLeft => Blendshape.MouthRight,
        var same => same,
    };

    private static float Radians(float? degrees) => float.DegreesToRadians(degrees ?? 0);
}

using System.Globalization;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes a face as a line of iFacialMocap: <c>name-value|…|=head#x,y,z,x,y,z|rightEye#x,y,z|leftEye#x,y,z|</c>. Values go from 0 to 100.
/// Rotations are Euler angles in degrees; positions are meters in the phone camera's axes, which point to the right of the picture, up and
/// to the viewer. All 52 movements are sent, since receivers keep the last value of one that is missing. Unknown values are 0. Reuses its
/// buffer; not thread-safe.
/// </summary>
internal sealed class IFacialMocapText
{
    private const float CentimetersPerMeter = 100;

    private readonly byte[] bytes = new byte[2048];
    private int length;

    /// <summary>Writes a face.</summary>
    /// <param name="face">The face.</param>
    /// <returns>The text as ASCII, valid until the next call.</returns>
    public ReadOnlySpan<byte> Write(TrackedFace face)
    {
        length = 0;
        for (var shape = default(Blendshape); (int)shape < Blendshapes.Count; shape++)
        {
            Add(BlendshapeNames.Side(shape));
            Add("-"u8);
            Add((int)MathF.Round(100 * (AvatarFace.Shape(face, shape) ?? 0)));
            Add("|"u8);
        }
        AddHead(face.Pose);
        AddEye("rightEye#"u8, HeadGaze.Of(face, face.RightEye));
        AddEye("leftEye#"u8, HeadGaze.Of(face, face.LeftEye));
        return bytes.AsSpan(0, length);
    }

    /// <summary>Adds rotation and position. The rotation is positive when the person looks down, turns to their left, and leans to their
    /// right shoulder: right-handed turns about the phone camera's axes.</summary>
    private void AddHead(HeadPose? known)
    {
        Add("=head#"u8);
        if (known is { } pose)
        {
            Add(-pose.Pitch, pose.Yaw, -pose.Roll);
            Add(","u8);
            var place = pose.Translation / CentimetersPerMeter;
            Add(place.X, -place.Y, -place.Z);
        }
        else
        {
            Add("0,0,0,0,0,0"u8);
        }
        Add("|"u8);
    }

    private void AddEye(ReadOnlySpan<byte> name, GazeDirection? gaze)
    {
        Add(name);
        Add(-gaze?.Pitch ?? 0, gaze?.Yaw ?? 0, 0);
        Add("|"u8);
    }

    private void Add(float x, float y, float z)
    {
        Add(x);
        Add(","u8);
        Add(y);
        Add(","u8);
        Add(z);
    }

    private void Add(float value) => Add(float.IsFinite(value) ? value : 0, "0.####");

    private void Add(int value) => Add(value, "");

    private void Add<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(bytes.AsSpan(length), out var written, format, CultureInfo.InvariantCulture);
        length += written;
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }
}

using System.Numerics;
using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Output;

/// <summary>Writes one face as OpenSeeFace's tracker sends it; for the layout see docs/guides/outputs.md. Reuses its buffers; not
/// thread-safe.</summary>
internal sealed class OpenSeeFacePacket
{
    /// <summary>Bytes per face.</summary>
    public const int Size = 1785;

    private const int Landmarks = 66;
    private const int RightPupil = 66;
    private const int LeftPupil = 67;

    // The error that the tracker sends if it finds no pose; receivers ignore faces with an error above 100.
    private const float NoPose = 99999;

    // From the middle between an eye's corners back to the center of the eyeball, as a share of the distance of the corners.
    private const float EyeDepth = 0.385f;

    private readonly Landmark[] seen = new Landmark[Landmarks + 2];
    private readonly Vector3[] space = new Vector3[Landmarks + 4];

    /// <summary>Writes a face.</summary>
    /// <param name="packet"><see cref="Size"/> bytes.</param>
    /// <param name="face">The face.</param>
    /// <param name="number">The number by which receivers identify the face.</param>
    /// <param name="time">Seconds since 1970; receivers ignore packets that are not newer than the last.</param>
    /// <param name="picture">Width and height of the picture.</param>
    /// <exception cref="LandmarkMapException">There is no map from the model's landmarks.</exception>
    public void Write(Span<byte> packet, TrackedFace face, int number, double time, Vector2 picture)
    {
        See(face);
        var to = new LittleEndianWriter(packet);
        to.Write(time);
        to.Write(number);
        to.Write(picture);
        to.Write(AvatarFace.RightEye(face));
        to.Write(AvatarFace.LeftEye(face));
        WritePose(ref to, face.Pose);
        foreach (var point in seen)
            to.Write(point.Confidence);
        foreach (var point in seen)
            to.Write(new Vector2(point.X, point.Y));
        foreach (var point in space)
            to.Write(point);
        OpenSeeFaceFeatures.Write(ref to, face);
    }

    private void See(TrackedFace face)
    {
        LandmarkMap.Between(face.Landmarks.Scheme, LandmarkScheme.OpenSeeFace66)
            .Apply(face.Landmarks.Points.AsSpan(), seen.AsSpan(0, Landmarks));
        seen[RightPupil] = face.RightEye.Pupil ?? MiddleOf(36, 39);
        seen[LeftPupil] = face.LeftEye.Pupil ?? MiddleOf(42, 45);
    }

    /// <summary>The middle of two landmarks, as a substitute for an unknown pupil; its confidence is 0.</summary>
    private Landmark MiddleOf(int one, int other) => new((seen[one].X + seen[other].X) / 2, (seen[one].Y + seen[other].Y) / 2, 0);

    private void WritePose(ref LittleEndianWriter to, HeadPose? known)
    {
        Array.Clear(space);
        if (known is not { } pose)
        {
            to.Write((byte)0);
            to.Write(NoPose);
            to.Write(Vector2.Zero);
            to.Write(Vector2.Zero);
            to.Write(Vector3.Zero);
            to.Write(Vector3.Zero);
            return;
        }

        var turn = OpenSeeFaceSpace.Rotation(pose);
        to.Write((byte)1);
        to.Write(pose.Error);
        to.Write(new Vector2(turn.X, turn.Y));
        to.Write(new Vector2(turn.Z, turn.W));
        to.Write(OpenSeeFaceSpace.Angles(pose));
        to.Write(OpenSeeFaceSpace.Translation(pose));
        for (var i = 0; i < Landmarks; i++)
            space[i] = OpenSeeFaceSpace.Point(pose, At(i), i);
        PlaceEye(pose, RightPupil, 36, 39);
        PlaceEye(pose, LeftPupil, 42, 45);
    }

    /// <summary>Sets the pupil and, two entries later, the center of the eyeball. Receivers take the line from the center to the pupil as
    /// the direction of gaze.</summary>
    private void PlaceEye(in HeadPose pose, int pupil, int one, int other)
    {
        var middle = (space[one] + space[other]) / 2;
        space[pupil + 2] = middle with { Z = middle.Z + EyeDepth * Vector3.Distance(space[one], space[other]) };
        space[pupil] = seen[pupil].Confidence > 0 ? OpenSeeFaceSpace.PointBetween(pose, At(pupil), one, other) : middle;
    }

    private Vector2 At(int landmark) => new(seen[landmark].X, seen[landmark].Y);
}

using System.Numerics;

namespace LiveLandmarks;

/// <summary>Where an eye looks, in the camera's axes, with the signs of <see cref="HeadPose"/>.</summary>
/// <param name="Direction">Unit vector from the middle of the eyeball through the pupil: x right in the picture, y down, z away from the
/// camera.</param>
public readonly record struct GazeDirection(Vector3 Direction)
{
    /// <summary>Degrees, −180 to 180; positive when the eye looks to the person's left, for somebody who faces the camera.</summary>
    public float Yaw => float.RadiansToDegrees(MathF.Atan2(Direction.X, -Direction.Z));

    // Degrees by which eyes that look straight ahead point below the axis of a head of pitch 0: the mean of 40 studio portraits of people
    // who look into the lens ("Canadian faces", figshare 4220517).
    private const float Ahead = 6;

    /// <summary>Makes a direction from its angles.</summary>
    /// <param name="yaw"><see cref="Yaw"/>, degrees.</param>
    /// <param name="pitch"><see cref="Pitch"/>, degrees.</param>
    public static GazeDirection FromAngles(float yaw, float pitch)
    {
        var (sineYaw, cosineYaw) = MathF.SinCos(float.DegreesToRadians(yaw));
        var (sinePitch, cosinePitch) = MathF.SinCos(float.DegreesToRadians(pitch));
        return new GazeDirection(new Vector3(sineYaw * cosinePitch, -sinePitch, -cosineYaw * cosinePitch));
    }

    /// <summary>Degrees between two directions, 0 to 180.</summary>
    /// <param name="other">The other direction.</param>
    public float AngleTo(GazeDirection other) =>
        float.RadiansToDegrees(MathF.Acos(Math.Clamp(Vector3.Dot(Direction, other.Direction), -1, 1)));

    /// <summary>How the eye is turned in its head: yaw and pitch are 0 when it looks straight ahead.</summary>
    /// <param name="pose">The head's pose.</param>
    public GazeDirection InHead(in HeadPose pose)
    {
        var inHead = Vector3.Transform(Direction, Quaternion.Conjugate(pose.Rotation));
        // A positive angle about the axis to the person's left would turn it down.
        return new GazeDirection(Vector3.Transform(inHead, Quaternion.CreateFromAxisAngle(Vector3.UnitX, -float.DegreesToRadians(Ahead))));
    }

    /// <summary>Degrees, −90 to 90; positive when the eye looks up.</summary>
    public float Pitch => float.RadiansToDegrees(MathF.Asin(Math.Clamp(-Direction.Y, -1, 1)));
}

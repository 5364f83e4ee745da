using System.Numerics;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

/// <summary>Faces whose eyes look in known directions.</summary>
internal static class Looks
{
    // Degrees below the head's axis to which eyes point that look straight ahead.
    private const float Ahead = 6;

    /// <summary>A head with both eyes turned in it.</summary>
    /// <param name="head">The head.</param>
    /// <param name="yaw">Degrees relative to the head, positive to the person's left.</param>
    /// <param name="pitch">Degrees relative to the head, positive upwards; 0 for eyes that look straight ahead.</param>
    public static TrackedFace At(PosedAverage head, float yaw, float pitch)
    {
        var (y, p) = (float.DegreesToRadians(yaw), float.DegreesToRadians(pitch));
        var gaze = new GazeDirection(Vector3.Transform(Lowered(y, p), head.Pose.Rotation));
        var face = head.Track();
        return (face with { LeftEye = face.LeftEye with { Gaze = gaze }, RightEye = face.RightEye with { Gaze = gaze } })
            .WithBlinksAndLooks();
    }

    private static Vector3 Lowered(float yaw, float pitch)
    {
        // The head's axes point to the person's left, to the chin and backwards.
        var (x, y, z) = (MathF.Sin(yaw) * MathF.Cos(pitch), -MathF.Sin(pitch), -MathF.Cos(yaw) * MathF.Cos(pitch));
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(Ahead));
        return new Vector3(x, cosine * y - sine * z, cosine * z + sine * y);
    }
}

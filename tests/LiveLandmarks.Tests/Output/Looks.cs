using System.Numerics;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

/// <summary>Faces whose eyes look in known directions.</summary>
internal static class Looks
{
    /// <summary>A head with both eyes turned in it.</summary>
    /// <param name="head">The head.</param>
    /// <param name="yaw">Degrees relative to the head, positive to the person's left.</param>
    /// <param name="pitch">Degrees relative to the head, positive upwards.</param>
    public static TrackedFace At(PosedAverage head, float yaw, float pitch)
    {
        var (y, p) = (float.DegreesToRadians(yaw), float.DegreesToRadians(pitch));
        // The head's axes point to the person's left, to the chin and backwards.
        var inHead = new Vector3(MathF.Sin(y) * MathF.Cos(p), -MathF.Sin(p), -MathF.Cos(y) * MathF.Cos(p));
        var gaze = new GazeDirection(Vector3.Transform(inHead, head.Pose.Rotation));
        var face = head.Track();
        return face with { LeftEye = face.LeftEye with { Gaze = gaze }, RightEye = face.RightEye with { Gaze = gaze } };
    }
}

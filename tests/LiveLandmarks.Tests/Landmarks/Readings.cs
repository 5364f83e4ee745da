using LiveLandmarks.Expression;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>What a tracker reads from the eyes of a face.</summary>
internal static class Readings
{
    /// <summary>The face with the movements that need no network: those of its eyes.</summary>
    public static TrackedFace WithBlinksAndLooks(this TrackedFace face)
    {
        var (right, left) = (face.RightEye, face.LeftEye);
        return face with
        {
            Blendshapes = new BlendshapeReader(null).Read(face.Landmarks, face.Pose, ref right, ref left, TimeSpan.Zero),
        };
    }
}

using LiveLandmarks.Expression;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>What a tracker reads from the eyes of a face.</summary>
internal static class Readings
{
    /// <summary>The face with the movements that need no network: those of its eyes.</summary>
    public static TrackedFace WithBlinksAndLooks(this TrackedFace face) => face with
    {
        Blendshapes = new BlendshapeReader(null).Read(face.Landmarks, face.Pose, face.RightEye, face.LeftEye, TimeSpan.Zero),
    };
}

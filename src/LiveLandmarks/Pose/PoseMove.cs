using System.Numerics;

namespace LiveLandmarks.Pose;

/// <summary>A small change of a pose.</summary>
/// <param name="Turn">Rotation about the head's origin in the camera's axes: axis times angle in radians.</param>
/// <param name="Shift">Shift in the camera's space, in centimeters.</param>
internal readonly record struct PoseMove(Vector3 Turn, Vector3 Shift)
{
    /// <summary>The pose after the change.</summary>
    /// <param name="pose">The pose before.</param>
    public HeadPose Apply(HeadPose pose) => pose with
    {
        Rotation = Quaternion.Normalize(PoseStep.Rotation(Turn) * pose.Rotation),
        Translation = pose.Translation + Shift,
    };
}

using System.Numerics;

namespace LiveLandmarks;

/// <summary>Where an eye looks, in the camera's axes, with the signs of <see cref="HeadPose"/>.</summary>
/// <param name="Direction">Unit vector from the middle of the eyeball through the pupil: x right in the picture, y down, z away from the
/// camera.</param>
public readonly record struct GazeDirection(Vector3 Direction)
{
    /// <summary>Degrees, −180 to 180; positive when the eye looks to the person's left, for somebody who faces the camera.</summary>
    public float Yaw => float.RadiansToDegrees(MathF.Atan2(Direction.X, -Direction.Z));

    /// <summary>The same direction in the axes of the head: how the eye is turned in it.</summary>
    /// <param name="pose">The head's pose.</param>
    public GazeDirection InHead(in HeadPose pose) => new(Vector3.Transform(Direction, Quaternion.Conjugate(pose.Rotation)));

    /// <summary>Degrees, −90 to 90; positive when the eye looks up.</summary>
    public float Pitch => float.RadiansToDegrees(MathF.Asin(Math.Clamp(-Direction.Y, -1, 1)));
}

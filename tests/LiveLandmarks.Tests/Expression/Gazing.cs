using System.Numerics;

namespace LiveLandmarks.Tests.Expression;

/// <summary>Faces whose eyes are balls that look in known directions.</summary>
internal static class Gazing
{
    private const float EyeballRadius = 1.2f;

    private static readonly CameraIntrinsics Camera = CameraIntrinsics.FromFieldOfView(60, 640, 480);

    /// <summary>A head that faces the camera, in the middle of the picture.</summary>
    public static HeadPose Straight { get; } = At(0, 0, 0);

    /// <summary>A head with these angles, in degrees.</summary>
    public static HeadPose At(float yaw, float pitch, float roll) =>
        new(HeadPose.RotationOf(yaw, pitch, roll), new Vector3(4, -3, 60), Camera, 1, 0);

    /// <summary>The eyes' corners and pupils; the other landmarks are at the origin.</summary>
    /// <param name="pose">Where the head is.</param>
    /// <param name="rightGaze">Where the right eye looks, in the camera's axes; zero for straight ahead of the head.</param>
    /// <param name="leftGaze">The same for the left eye.</param>
    public static FaceLandmarks Face(HeadPose pose, Vector3 rightGaze, Vector3 leftGaze)
    {
        var points = new Landmark[68];
        var pupils = new FacePupils(Eye(-1, 36, 39, rightGaze), Eye(1, 45, 42, leftGaze));
        return new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]) { Pupils = pupils };

        Landmark Eye(int side, int outer, int inner, Vector3 gaze)
        {
            var middle = new Vector3(3.15f * side, 0, 0);
            points[outer] = Seen(pose.ToCamera(middle + new Vector3(1.3f * side, 0, 0)));
            points[inner] = Seen(pose.ToCamera(middle - new Vector3(1.3f * side, 0, 0)));
            var direction = gaze == Vector3.Zero ? Vector3.Transform(-Vector3.UnitZ, pose.Rotation) : gaze;
            return Seen(pose.ToCamera(middle + new Vector3(0, -0.36f, 0.3f)) + EyeballRadius * direction);
        }

        Landmark Seen(Vector3 place) =>
            new(Camera.Fx * place.X / place.Z + Camera.Cx, Camera.Fy * place.Y / place.Z + Camera.Cy, 1);
    }
}

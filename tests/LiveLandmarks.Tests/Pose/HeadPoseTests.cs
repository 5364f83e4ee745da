using System.Numerics;

namespace LiveLandmarks.Tests.Pose;

/// <summary>The conventions of angles and axes, with a head 60 cm before the camera.</summary>
public class HeadPoseTests
{
    [Fact]
    public void A_face_that_faces_the_camera_squarely_is_not_rotated()
    {
        var pose = Posed(0, 0, 0) with { Translation = new Vector3(0, 0, 60) };
        Assert.Equal(Quaternion.Identity, pose.Rotation);
        Assert.Equal(0, pose.AngleToCamera, 0.01f);
    }

    [Fact]
    public void Yaw_is_positive_when_the_person_turns_to_their_left_and_the_nose_goes_right_in_the_picture() =>
        Assert.True(Nose(Posed(20, 0, 0)).X > Nose(Posed(0, 0, 0)).X + 5);

    [Fact]
    public void Pitch_is_positive_when_the_person_looks_up_and_the_nose_goes_up_in_the_picture() =>
        Assert.True(Nose(Posed(0, 20, 0)).Y < Nose(Posed(0, 0, 0)).Y - 5);

    [Fact]
    public void Roll_is_positive_when_the_person_leans_to_their_left_shoulder_and_their_left_eye_sinks()
    {
        var pose = Posed(0, 0, 20);
        Assert.True(pose.Project(HeadModel.LeftEyeOuter).Y > pose.Project(HeadModel.Mirrored(HeadModel.LeftEyeOuter)).Y + 5);
    }

    [Fact]
    public void The_persons_left_is_on_the_right_of_the_picture() =>
        Assert.True(Posed(0, 0, 0).Project(HeadModel.LeftEyeOuter).X > Nose(Posed(0, 0, 0)).X);

    [Theory]
    [InlineData(30, 20, 10)]
    [InlineData(-75, -40, 60)]
    [InlineData(120, 5, -150)]
    [InlineData(0, 89, 0)]
    public void The_angles_of_a_pose_are_recovered(float yaw, float pitch, float roll)
    {
        var pose = Posed(yaw, pitch, roll);
        Assert.Equal(yaw, pose.Yaw, 0.05f);
        Assert.Equal(pitch, pose.Pitch, 0.05f);
        Assert.Equal(roll, pose.Roll, 0.05f);
    }

    [Fact]
    public void The_roll_comes_first_then_the_pitch_then_the_yaw()
    {
        var (yaw, pitch, roll) = (Posed(30, 0, 0).Rotation, Posed(0, 20, 0).Rotation, Posed(0, 0, 10).Rotation);
        var point = new Vector3(1, 2, 3);
        var inTurn = Vector3.Transform(Vector3.Transform(Vector3.Transform(point, roll), pitch), yaw);
        Assert.Equal(0, Vector3.Distance(inTurn, Vector3.Transform(point, Posed(30, 20, 10).Rotation)), 1e-5f);
    }

    [Fact]
    public void The_matrix_maps_points_of_the_head_to_the_camera()
    {
        var pose = Posed(30, 20, 10);
        var matrix = pose.ModelToCamera;
        Assert.Equal(0, Vector3.Distance(pose.ToCamera(HeadModel.NoseTip), Vector3.Transform(HeadModel.NoseTip, matrix)), 1e-5f);
        Assert.Equal(new Vector3(1, 2, 60), matrix.Translation);
        Assert.Equal(1, matrix.GetDeterminant(), 1e-5f);
    }

    [Fact]
    public void Away_from_the_center_a_face_that_looks_into_the_lens_has_yaw_and_pitch_but_no_angle_to_the_camera()
    {
        // 30 cm to the left in the picture and 60 cm away: to look into the lens, the person turns left, to the right of the picture.
        var pose = Posed(float.RadiansToDegrees(MathF.Atan2(30, 60)), 0, 0) with { Translation = new Vector3(-30, 0, 60) };
        Assert.True(pose.Yaw > 26);
        Assert.Equal(0, pose.AngleToCamera, 0.05f);
    }

    private static Vector2 Nose(HeadPose pose) => pose.Project(HeadModel.NoseTip);

    private static HeadPose Posed(float yaw, float pitch, float roll) =>
        new(HeadPose.RotationOf(yaw, pitch, roll), new Vector3(1, 2, 60), CameraIntrinsics.FromFieldOfView(60, 640, 480), 1, 0);
}

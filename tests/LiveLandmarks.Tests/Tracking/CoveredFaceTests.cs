using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>The portrait with parts of the face painted over, in the crop of the uncovered face.</summary>
public class CoveredFaceTests
{
    [Fact]
    public void The_uncovered_face_looks_into_the_lens_with_both_eyes_open()
    {
        var face = Covered(new Rect(0, 0, 1, 1), 0);
        Assert.InRange(face.Pose!.Value.AngleToCamera, 0, 10);
        Assert.Equal((EyeState.Open, EyeState.Open), (face.LeftEye.State, face.RightEye.State));
        Assert.True(face.Mouth.IsVisible);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(210)]
    public void A_covered_left_eye_is_not_visible(int grey)
    {
        var face = Covered(new Rect(232, 88, 42, 28), grey);
        Assert.Equal(EyeState.NotVisible, face.LeftEye.State);
        Assert.Null(face.LeftEye.Openness);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(210)]
    public void With_both_eyes_covered_no_eye_is_visible_and_the_pose_is_less_confident(int grey)
    {
        var face = Covered(new Rect(178, 88, 96, 28), grey);
        var (whole, guess) = (Covered(new Rect(0, 0, 1, 1), 0).Pose!.Value, face.Pose!.Value);
        Assert.InRange(guess.Confidence, 0.1f, whole.Confidence - 0.2f);
        Assert.InRange(MathF.Abs(guess.Yaw - whole.Yaw) + MathF.Abs(guess.Pitch - whole.Pitch) + MathF.Abs(guess.Roll - whole.Roll), 0, 12);
        Assert.Equal((EyeState.NotVisible, EyeState.NotVisible), (face.LeftEye.State, face.RightEye.State));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    public void A_covered_mouth_is_not_visible(int grey)
    {
        var face = Covered(new Rect(195, 140, 60, 30), grey);
        Assert.False(face.Mouth.IsVisible);
        Assert.Equal((EyeState.Open, EyeState.Open), (face.LeftEye.State, face.RightEye.State));
    }

    private static TrackedFace Covered(Rect part, int grey)
    {
        using var locator = Networks.Locator();
        using var image = Networks.Astronaut();
        var whole = locator.Find(image)[0];
        Cv2.Rectangle(image, new Point(part.X, part.Y), new Point(part.X + part.Width, part.Y + part.Height), Scalar.All(grey), -1);
        var found = locator.Network.Locate(image, [FaceCrop.FromLandmarks(whole.Points.AsSpan(), locator.Network.CropRule)])[0];
        return StillFace.Of(1, found, CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows));
    }
}

using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Expression;

public class ExpressionFeaturesTests
{
    private const int Chin = 8, RightmostOfJaw = 0;

    /// <summary>Straight ahead on the camera's axis, where moving and rolling the head is the same as moving and rolling the
    /// picture.</summary>
    private static readonly PosedAverage Straight = new() { Place = new Vector3(0, 0, 60) };

    [Theory]
    [InlineData(0, 0, 60, 30)]
    [InlineData(0, 0, 60, -25)]
    [InlineData(0, 0, 60, 100)]
    [InlineData(8, -5, 60, 0)]
    [InlineData(0, 0, 200, 0)]
    [InlineData(-12, 9, 90, 40)]
    public void Place_size_and_roll_in_the_picture_change_nothing(float x, float y, float z, float roll)
    {
        var expected = Features(Straight);
        // The landmarks are moved as in the picture: the same outline, not seen from another side.
        var scale = 60 / z;
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(roll));
        var moved = Straight with { Roll = roll, Place = new Vector3(x, y, z) };
        var (from, to) = (Straight.Pose.Project(Vector3.Zero), moved.Pose.Project(Vector3.Zero));
        var face = Straight.See().Moved(point =>
        {
            var (dx, dy) = (scale * (point.X - from.X), scale * (point.Y - from.Y));
            return point with { X = to.X + cosine * dx - sine * dy, Y = to.Y + sine * dx + cosine * dy };
        });
        Assert.Equal(expected, Features(face, moved.Pose), (a, b) => MathF.Abs(a - b) < 1e-3f);
    }

    [Fact]
    public void Landmarks_are_centimeters_of_the_head_and_angles_thirtieths_of_a_degree()
    {
        var features = Features(Straight with { Place = new Vector3(0, 0, 1000) });
        // From far away, 5 centimeters are 1.
        Assert.Equal(11.53f / 5, features[2 * Chin + 1], 0.02f);
        Assert.Equal(0, features[2 * Chin], 1e-3f);
        Assert.Equal(-7.44f / 5, features[2 * RightmostOfJaw], 0.02f);

        var turned = Features(new PosedAverage(24, -12, 35));
        Assert.Equal(24 / 30f, turned[ExpressionFeatures.Angles], 1e-3f);
        Assert.Equal(-12 / 30f, turned[ExpressionFeatures.Angles + 1], 1e-3f);
        Assert.Equal(2 * 68 + 2, ExpressionFeatures.Count);
    }

    [Fact]
    public void Another_camera_that_sees_the_head_from_the_same_place_changes_nothing()
    {
        var wide = new PosedAverage(15, 10, 20);
        var narrow = wide with { Camera = CameraIntrinsics.FromFieldOfView(30, 1920, 1080) };
        Assert.Equal(Features(wide), Features(narrow), (a, b) => MathF.Abs(a - b) < 1e-3f);
    }

    private static float[] Features(PosedAverage head) => Features(head.See(), head.Pose);

    private static float[] Features(FaceLandmarks face, HeadPose pose)
    {
        var features = new float[ExpressionFeatures.Count];
        ExpressionFeatures.Write(face.Points.AsSpan(), pose, features);
        return features;
    }
}

namespace LiveLandmarks.Tests.Landmarks;

public class FaceLandmarksTests
{
    [Fact]
    public void The_score_is_the_mean_confidence()
    {
        var face = Faces.At(50, 60, confidence: 0.5f);
        face = face.With(0, face.Points[0] with { Confidence = 1 });
        Assert.Equal((67 * 0.5f + 1) / 68, face.Score, 5);
        Assert.Equal(FaceBox.Around(face.Points.AsSpan()), face.Bounds);
    }

    [Theory]
    [InlineData(30, 0, 0)]
    [InlineData(0, 30, Math.PI / 2)]
    [InlineData(-30, 0, Math.PI)]
    [InlineData(20, -20, -Math.PI / 4)]
    public void Roll_is_the_angle_of_the_line_from_the_right_to_the_left_eye(float dx, float dy, double roll)
    {
        var face = Eyes(new Landmark(100, 100, 1), new Landmark(100 + dx, 100 + dy, 1));
        Assert.Equal(roll, face.Roll, 1e-5);
    }

    [Fact]
    public void The_inter_ocular_distance_is_measured_between_the_outer_eye_corners() =>
        Assert.Equal(50, Eyes(new Landmark(10, 10, 1), new Landmark(40, 50, 1)).InterOcularDistance, 5);

    private static FaceLandmarks Eyes(Landmark right, Landmark left) => Faces.At(100, 100).With(36, right).With(45, left);
}

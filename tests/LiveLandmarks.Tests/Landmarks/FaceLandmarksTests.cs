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
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-90)]
    [InlineData(180)]
    public void Roll_is_the_angle_of_the_line_from_the_right_to_the_left_eye(float degrees)
    {
        foreach (var scheme in LandmarkScheme.All)
        {
            // The chin is aside: it does not matter in a frontal face.
            var face = Face(scheme, eyes: 70, chin: new Landmark(20, 100, 1));
            Assert.Equal(0, Difference(Rolled(face, degrees).Roll, degrees), 0.01);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(130)]
    public void In_a_profile_roll_is_the_angle_of_the_line_from_the_brows_to_the_chin(float degrees)
    {
        foreach (var scheme in LandmarkScheme.All)
        {
            // The corners lie almost above each other, as those of a profile do.
            var face = Face(scheme, eyes: 2, chin: new Landmark(0, 100, 1)).With(scheme.OuterEyeCorners.Left, new Landmark(1, 12, 1));
            Assert.InRange(Difference(Rolled(face, degrees).Roll, degrees), -5, 5);
        }
    }

    [Fact]
    public void Between_both_roll_does_not_jump()
    {
        var rolls = Enumerable.Range(0, 60).Select(i => Face(LandmarkScheme.Ibug68, eyes: i, chin: new Landmark(20, 100, 1)).Roll).ToList();
        Assert.All(rolls.Zip(rolls.Skip(1)), pair => Assert.InRange(MathF.Abs(pair.First - pair.Second), 0, 0.03f));
        Assert.True(float.IsFinite(Face(LandmarkScheme.Ibug68, eyes: 0, chin: default).Roll));
    }

    [Fact]
    public void The_inter_ocular_distance_is_measured_between_the_outer_eye_corners() =>
        Assert.Equal(50, Eyes(new Landmark(10, 10, 1), new Landmark(40, 50, 1)).InterOcularDistance, 5);

    private static FaceLandmarks Eyes(Landmark right, Landmark left) => Faces.At(100, 100).With(36, right).With(45, left);

    /// <summary>A face of two outer eye corners to both sides of the origin and a chin; all other points are at the origin.</summary>
    private static FaceLandmarks Face(LandmarkScheme scheme, float eyes, Landmark chin)
    {
        var points = new Landmark[scheme.Count];
        foreach (var group in scheme.Groups)
        {
            for (var i = group.First; i < group.First + group.Count; i++)
                points[i] = group.Feature == FacialFeature.Jaw ? chin : default;
        }
        (points[scheme.OuterEyeCorners.Right], points[scheme.OuterEyeCorners.Left]) =
            (new Landmark(-eyes / 2, 0, 1), new Landmark(eyes / 2, 0, 1));
        return new FaceLandmarks(scheme, [.. points]);
    }

    private static FaceLandmarks Rolled(FaceLandmarks face, float degrees)
    {
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(degrees));
        return face with { Points = [.. face.Points.Select(new Similarity(cosine, sine, 300, 200).Apply)] };
    }

    private static double Difference(float radians, float degrees) => Math.IEEERemainder(float.RadiansToDegrees(radians) - degrees, 360);
}

using LiveLandmarks.Cli.Conditions;

namespace LiveLandmarks.Tests.Cli.Conditions;

public sealed class ConditionScoreTests
{
    [Fact]
    public void Faces_found_count_as_right_wrong_or_another_face()
    {
        var truth = Face(0);
        var score = new ConditionScore("as is");
        score.Add([Face(10)], truth);
        score.Add([Face(20)], truth);
        score.Add([], truth);
        // Farther away than the inter-ocular distance: another face.
        score.Add([Face(150)], truth);
        score.Add([Face(150), Face(0)], truth);
        Assert.Equal(5, score.Pictures);
        Assert.Equal((0.4, 0.2, 0.2), (score.Found, score.Wrong, score.Others));
        Assert.Equal(0.05, score.Error, 1e-6);
    }

    [Fact]
    public void Without_a_face_found_there_is_no_error()
    {
        var score = new ConditionScore("dark");
        score.Add([], Face(0));
        Assert.True(double.IsNaN(score.Error));
    }

    /// <summary>A face whose outer eye corners are 100 pixels apart, moved.</summary>
    private static FaceLandmarks Face(float moved)
    {
        var points = new Landmark[68];
        for (var i = 0; i < points.Length; i++)
            points[i] = new Landmark(100 + moved + i % 7, 100 + i / 7, 1);
        points[36] = new Landmark(50 + moved, 100, 1);
        points[45] = new Landmark(150 + moved, 100, 1);
        return new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]);
    }
}

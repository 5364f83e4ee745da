using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public class PoseBalanceTests
{
    [Fact]
    public void The_first_component_is_the_yaw()
    {
        float[] yaws = [.. Enumerable.Range(0, 60).Select(i => -0.6f + 0.02f * i)];
        AnnotatedFace[] faces = [.. yaws.Select((yaw, i) => Face(yaw, 0.1f * MathF.Sin(5 * i), 0.4f * MathF.Cos(3 * i), 40 + i))];
        var poses = PoseBalance.Project(faces);
        Assert.InRange(Math.Abs(Correlation(yaws, poses)), 0.98, 1);
    }

    [Fact]
    public void Rare_poses_are_used_more_often_up_to_the_limit()
    {
        AnnotatedFace[] faces = [.. Enumerable.Range(0, 90).Select(i => Face(0.05f * MathF.Sin(i), 0, 0, 100)),
            .. Enumerable.Range(0, 10).Select(_ => Face(0.6f, 0, 0, 100))];
        Assert.Equal([.. Enumerable.Repeat(1, 90), .. Enumerable.Repeat(8, 10)], new PoseBalance(2, 8).Copies(faces));
        Assert.Equal(9, new PoseBalance(2, 20).Copies(faces)[95]);

    }

    [Fact]
    public void Equal_faces_get_few_copies()
    {
        var face = Face(0, 0, 0, 100);
        Assert.All(new PoseBalance().Copies([face, face, face]), copies => Assert.InRange(copies, 1, 3));
        Assert.Equal([1], new PoseBalance().Copies([face]));
    }

    private static AnnotatedFace Face(float yaw, float pitch, float roll, float scale)
    {
        var pose = new SyntheticPose(yaw, pitch, 0, 0, 0, 0.7f, 0, 1);
        var toPicture = new Similarity(scale * MathF.Cos(roll), scale * MathF.Sin(roll), 100, 120);
        return new AnnotatedFace { ImagePath = "", Scheme = LandmarkScheme.Ibug68, Points = SyntheticShape.Landmarks(pose, toPicture),
            Source = "" };
    }

    private static double Correlation(float[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var products = a.Zip(b).Sum(pair => (pair.First - meanA) * (pair.Second - meanB));
        return products / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(x => (x - meanB) * (x - meanB)));
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public class PoseTests
{
    private static readonly Point3f[] Model =
    [
        new(0, 0, 0), new(0, -63, -12), new(-43, 32, -26), new(43, 32, -26), new(-28, -29, -24), new(28, -29, -24),
        new(10, 60, -40), new(-15, 10, 5),
    ];

    private static readonly double[,] Camera = { { 800, 0, 320 }, { 0, 800, 240 }, { 0, 0, 1 } };
    private static readonly double[] Rotation = [0.2, -0.4, 0.1];
    private static readonly double[] Translation = [15, -10, 600];

    [Fact]
    public void A_known_pose_is_found_from_points()
    {
        double[] rvec = [];
        double[] tvec = [];
        Cv2.SolvePnP(Model, Project(), Camera, null, ref rvec, ref tvec);
        AssertPose(rvec, tvec);
    }

    [Fact]
    public void A_guess_is_refined_in_place()
    {
        double[] rvec = [0.1, -0.3, 0.0];
        double[] tvec = [10, 0, 500];
        Cv2.SolvePnP(Model, Project(), Camera, new double[4], ref rvec, ref tvec, true);
        AssertPose(rvec, tvec);
    }

    [Fact]
    public void A_known_pose_is_found_from_matrices()
    {
        var pixels = Project();
        using var rvec = new Mat();
        using var tvec = new Mat();
        using var noDistortion = new Mat();
        using var model = new Mat(Model.Length, 1, MatType.CV_32FC3);
        using var points = new Mat(Model.Length, 1, MatType.CV_32FC2);
        using var camera = new Mat(3, 3, MatType.CV_64FC1);
        for (var i = 0; i < Model.Length; i++)
        {
            model.Set(i, 0, Model[i]);
            points.Set(i, 0, pixels[i]);
        }

        for (var i = 0; i < 9; i++)
            camera.Set(i / 3, i % 3, Camera[i / 3, i % 3]);

        Cv2.SolvePnP(model, points, camera, noDistortion, rvec, tvec, flags: SolvePnPMethod.SQPNP);
        AssertPose(
            [rvec.At<double>(0, 0), rvec.At<double>(1, 0), rvec.At<double>(2, 0)],
            [tvec.At<double>(0, 0), tvec.At<double>(1, 0), tvec.At<double>(2, 0)]);
    }

    [Fact]
    public void A_rotation_goes_both_ways()
    {
        Cv2.Rodrigues([0, 0, Math.PI / 2], out double[,] matrix, out var jacobian);
        Assert.Equal((3, 3), (matrix.GetLength(0), matrix.GetLength(1)));
        Assert.Equal(27, jacobian.Length);
        Assert.Equal(-1, matrix[0, 1], 9);
        Assert.Equal(1, matrix[1, 0], 9);
        Cv2.Rodrigues(matrix, out double[] vector, out _);
        Assert.Equal(Math.PI / 2, vector[2], 9);
        Assert.Equal(3, vector.Length);
    }

    [Fact]
    public void Too_few_points_throw()
    {
        double[] rvec = [];
        double[] tvec = [];
        Assert.Throws<OpenCVException>(
            () => Cv2.SolvePnP(Model[..2], Project()[..2], Camera, null, ref rvec, ref tvec));
    }

    private static Point2f[] Project()
    {
        Cv2.ProjectPoints(Model, Rotation, Translation, Camera, new double[4], out var points, out _);
        Assert.Equal(Model.Length, points.Length);
        Assert.Equal(320 + (800 * 15 / 600.0), points[0].X, 3);
        return points;
    }

    private static void AssertPose(double[] rvec, double[] tvec)
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Rotation[i], rvec[i], 3);
            Assert.Equal(Translation[i], tvec[i], 1);
        }
    }
}

using System.Numerics;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Data.Heads;

public class FaceFitterTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(70, 0, 0)]
    [InlineData(-85, 10, -5)]
    [InlineData(30, -30, 40)]
    [InlineData(-10, 25, -88)]
    public void A_view_can_be_computed_from_its_axes(float yaw, float pitch, float roll)
    {
        var view = View(yaw, pitch, roll);
        var (right, up, near) = view.Axes;
        Assert.True(Vector3.Distance(near, Vector3.Cross(right, up)) < 1e-5f);
        var again = HeadView.Of(right, up, near, view.Scale, view.X, view.Y);
        Assert.Equal(view.Yaw, again.Yaw, 1e-4f);
        Assert.Equal(view.Pitch, again.Pitch, 1e-4f);
        Assert.Equal(view.Roll, again.Roll, 1e-4f);
    }

    [Fact]
    public void Positive_yaw_looks_right_positive_pitch_up_and_positive_roll_leans_left()
    {
        Assert.True(View(20, 0, 0).Project(Vector3.UnitZ).X > 100);
        Assert.True(View(0, 20, 0).Project(Vector3.UnitZ).Y < 120);
        Assert.True(View(0, 0, 20).Project(Vector3.UnitY).X < 100);
    }

    [FaceModelFact]
    public void The_fitter_recovers_the_known_views_of_heads()
    {
        double angles = 0, points = 0;
        const int Heads = 40;
        for (var i = 0; i < Heads; i++)
        {
            var random = new SampleRandom(5, i);
            var weights = HeadWeights.Draw(SharedModel.Heads, random);
            var view = View(random.Around(80), random.Around(25), random.Around(25)) with { Scale = 10 };
            var seen = Landmarks(weights, view);
            var fit = SharedModel.Fitter.Fit(seen);
            Assert.NotNull(fit);
            var between = Vector3.Dot(fit.View.Axes.Near, view.Axes.Near);
            var angle = double.RadiansToDegrees(Math.Acos(Math.Clamp(between, -1, 1)));
            Assert.InRange(angle, 0, 12);
            angles += angle;
            points += fit.Residual;
        }
        output.WriteLine($"mean error {angles / Heads:0.00} degrees, residual {100 * points / Heads:0.00} % of the outer eye corners' " +
            "distance");
        Assert.InRange(angles / Heads, 0, 4);
        Assert.InRange(points / Heads, 0, 0.015);
    }

    [FaceModelFact]
    public void Landmarks_that_are_all_0_give_no_fit() => Assert.Null(SharedModel.Fitter.Fit(new Landmark[68]));

    [FaceModelFact(faces: true)]
    public void Real_faces_are_fitted_closely_and_fast()
    {
        var faces = SharedModel.Faces.Take(200).ToList();
        foreach (var face in faces.Take(50))
            SharedModel.Fitter.Fit(face.Points);
        var start = Environment.CpuUsage.TotalTime;
        float[] residuals = [.. faces.Select(face => SharedModel.Fitter.Fit(face.Points)?.Residual ?? 1).Order()];
        var time = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / faces.Count;
        output.WriteLine($"{time:0.0} ms of processor time per face; residual: mean {100 * residuals.Average():0.00} %, median " +
            $"{100 * residuals[100]:0.00} %, 95 % below {100 * residuals[190]:0.00} %, maximum {100 * residuals[^1]:0.00} %");
        Assert.InRange(residuals[100], 0, 0.04);
        Assert.InRange(residuals[190], 0, 0.06);
        // Measured: 4 ms. The time is that of all threads of the process.
        Assert.InRange(time, 0, 60);
    }

    private static HeadView View(float yaw, float pitch, float roll) =>
        new(float.DegreesToRadians(yaw), float.DegreesToRadians(pitch), float.DegreesToRadians(roll), 10, 100, 120);

    /// <summary>The landmarks that annotators would mark on a head.</summary>
    private static Landmark[] Landmarks(HeadWeights weights, HeadView view)
    {
        var model = SharedModel.Heads;
        var vertices = new float[3 * model.VertexCount];
        model.Shape(weights, vertices);
        var jaw = new JawLines(model);
        return [.. model.Ibug68.Select((vertex, i) => view.Project(At(i < JawLines.Count ? jaw.Seen(i, view, At) : vertex)))];

        Vector3 At(int vertex) => new(vertices.AsSpan(3 * vertex, 3));
    }
}

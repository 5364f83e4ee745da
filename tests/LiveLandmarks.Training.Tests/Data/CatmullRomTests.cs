using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public class CatmullRomTests
{
    [Fact]
    public void The_curve_passes_through_its_points()
    {
        Point2f[] points = [new(0, 0), new(10, 5), new(12, 20), new(30, 18)];
        var samples = Sample(points, closed: false);
        Assert.All(points, point => Assert.Contains(samples, sample => Distance(sample, point) < 1e-3f));
        Assert.Equal((points[0], points[^1]), (samples[0], samples[^1]));
    }

    [Fact]
    public void Points_on_a_circle_give_nearly_a_circle()
    {
        var samples = Sample([.. Enumerable.Range(0, 12).Select(i => Circle(i * MathF.PI / 6))], closed: true);
        Assert.All(samples, sample => Assert.Equal(20, Distance(sample, default), 0.1f));
        Assert.True(Distance(samples[0], samples[^1]) < 1e-3f);
    }

    [Fact]
    public void Samples_lie_close_together()
    {
        var samples = Sample([new(0, 0), new(10, 0), new(10, 10), new(0, 10)], closed: false);
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.InRange(Distance(pair.First, pair.Second), 0, 0.8f));
    }

    [Fact]
    public void Repeated_points_count_once()
    {
        Assert.Equal([new Point2f(3, 4)], Sample([new(3, 4), new(3, 4), new(3, 4)], closed: true));
        var samples = Sample([new(0, 0), new(0, 0), new(8, 0), new(8, 0)], closed: false);
        Assert.All(samples, sample => Assert.Equal(0, sample.Y));
    }

    private static Point2f Circle(float angle) => new(20 * MathF.Cos(angle), 20 * MathF.Sin(angle));

    private static float Distance(Point2f a, Point2f b) => MathF.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private static List<Point2f> Sample(Point2f[] points, bool closed)
    {
        var samples = new List<Point2f>();
        CatmullRom.Sample(points, closed, 0.5f, samples);
        return samples;
    }
}

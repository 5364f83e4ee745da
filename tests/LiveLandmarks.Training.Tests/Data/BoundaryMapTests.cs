using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public class BoundaryMapTests
{
    private const int Size = 64;

    [Theory]
    [InlineData(30)]
    [InlineData(30.4f)]
    public void The_map_falls_with_the_distance_from_a_straight_curve(float height)
    {
        var map = Jaw(i => new Point2f(5 + 3 * i, height));
        for (var v = 20; v < 40; v++)
        {
            var distance = Math.Abs(v - height);
            Assert.Equal(distance < 3 ? MathF.Exp(-distance * distance / 2) : 0, map[v * Size + 20], 1e-4f);
        }
    }

    [Fact]
    public void With_whole_cells_the_curve_is_rounded_first()
    {
        var map = Jaw(i => new Point2f(5 + 3 * i, 30.4f), wholeCells: true);
        Assert.Equal(1, map[30 * Size + 20]);
        Assert.Equal(map[29 * Size + 20], map[31 * Size + 20]);
    }

    [Fact]
    public void The_ends_of_a_curve_are_round()
    {
        var map = Jaw(i => new Point2f(10 + 2 * i, 30));
        Assert.Equal(MathF.Exp(-1), map[31 * Size + 9], 1e-4f);
        Assert.Equal(0, map[30 * Size + 7]);
    }

    [Fact]
    public void The_map_is_1_at_every_landmark_on_a_curve()
    {
        Point2f[] points = [.. Pictures.Face().Points.Select(
            point => new Point2f(MathF.Round((point.X - 30) / 2), MathF.Round((point.Y - 20) / 2)))];
        var map = Render(points, wholeCells: false);
        Assert.All(points, point => Assert.Equal(1, map[(int)point.Y * Size + (int)point.X], 1e-3f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e6f)]
    [InlineData(1e30f)]
    [InlineData(float.NaN)]
    public void Coinciding_or_extreme_points_cause_no_error(float place)
    {
        foreach (var wholeCells in new[] { false, true })
        {
            var map = Render([.. Enumerable.Range(0, 68).Select(i => new Point2f(place, i % 2 * place))], wholeCells);
            Assert.All(map, value => Assert.InRange(value, 0, 1));
        }
    }

    [Fact]
    public void A_curve_that_leaves_the_map_is_drawn_up_to_the_edge()
    {
        var map = Jaw(i => new Point2f(-20 + 6 * i, 10));
        Assert.Equal(1, map[10 * Size], 1e-4f);
        Assert.Equal(1, map[10 * Size + 63], 1e-4f);
    }

    private static float[] Jaw(Func<int, Point2f> point, bool wholeCells = false) =>
        Render([.. Enumerable.Range(0, 68).Select(i => i < 17 ? point(i) : new Point2f(-100, -100))], wholeCells);

    private static float[] Render(Point2f[] points, bool wholeCells)
    {
        var map = new float[Size * Size];
        new BoundaryMap(LandmarkScheme.Ibug68, Size).Render(points, wholeCells, map);
        return map;
    }
}

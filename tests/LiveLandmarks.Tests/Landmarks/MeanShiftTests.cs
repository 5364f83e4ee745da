using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>Processing eight columns at once gives the same result as one cell after the other.</summary>
public class MeanShiftTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(64)]
    public void The_summit_matches_the_definition(int size)
    {
        var random = new Random(size);
        var shift = new MeanShift(size);
        for (var i = 0; i < 200; i++)
        {
            var map = Ridge(random, size);
            var start = Array.IndexOf(map, map.Max());
            var (x, y) = shift.Climb(map, start % size, start / size);
            var (expectedX, expectedY) = Climb(map, size, start % size, start / size);
            Assert.Equal(expectedX, x, 0.002);
            Assert.Equal(expectedY, y, 0.002);
        }
    }

    /// <summary>Cells beyond the window do not count, even if they are NaN.</summary>
    [Theory]
    [InlineData(62, 5)]
    [InlineData(3, 60)]
    [InlineData(31, 31)]
    public void Cells_beyond_the_window_do_not_count(int x, int y)
    {
        const int size = 64;
        var map = new float[size * size];
        Array.Fill(map, float.NaN);
        for (var v = Math.Max(0, y - 9); v <= Math.Min(size - 1, y + 10); v++)
        {
            for (var u = Math.Max(0, x - 8); u <= Math.Min(size - 1, x + 9); u++)
                map[v * size + u] = u == x && v == y ? 1 : 0;
        }
        Assert.Equal(((float)x, (float)y), new MeanShift(size).Climb(map, x, y));
    }

    [Fact]
    public void A_map_needs_at_least_eight_cells_a_side() => Assert.Throws<ArgumentOutOfRangeException>(() => new MeanShift(7));

    private static float[] Ridge(Random random, int size)
    {
        var (x, y, angle) = (size * random.NextSingle(), size * random.NextSingle(), MathF.PI * random.NextSingle());
        var map = new float[size * size];
        for (var i = 0; i < map.Length; i++)
        {
            var (dx, dy) = (i % size - x, i / size - y);
            var (along, across) = (dx * MathF.Cos(angle) + dy * MathF.Sin(angle), dy * MathF.Cos(angle) - dx * MathF.Sin(angle));
            map[i] = MathF.Exp(-along * along / 18 - across * across / 4) + 0.05f * random.NextSingle() - 0.03f;
        }
        return map;
    }

    private static (double X, double Y) Climb(float[] map, int size, double x, double y)
    {
        for (var step = 0; step < 10; step++)
        {
            double sum = 0, sumX = 0, sumY = 0;
            for (var v = Math.Max(0, (int)y - 8); v <= Math.Min(size - 1, (int)y + 9); v++)
            {
                for (var u = Math.Max(0, (int)x - 8); u <= Math.Min(size - 1, (int)x + 9); u++)
                {
                    var height = Math.Max(0, map[v * size + u]);
                    var weight = height * height * Math.Exp(-((u - x) * (u - x) + (v - y) * (v - y)) / 32);
                    (sum, sumX, sumY) = (sum + weight, sumX + weight * u, sumY + weight * v);
                }
            }
            var rests = Math.Abs(sumX / sum - x) < 0.01 && Math.Abs(sumY / sum - y) < 0.01;
            (x, y) = (sumX / sum, sumY / sum);
            if (rests)
                break;
        }
        return (x, y);
    }
}

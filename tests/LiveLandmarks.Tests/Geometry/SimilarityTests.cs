namespace LiveLandmarks.Tests.Geometry;

public class SimilarityTests
{
    private static readonly Landmark[] Points =
    [
        new(1, 2, 0.1f), new(40, -3, 0.2f), new(17, 55, 0.3f), new(-20, 31, 0.4f), new(8, 9, 0.5f),
    ];

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(2.5, 0.7, 310, -45)]
    [InlineData(0.01, -3, -1000, 2000)]
    [InlineData(7, 3.1, 0.5, 0.25)]
    public void A_fit_recovers_a_known_transform(float scale, float angle, float tx, float ty)
    {
        var known = new Similarity(scale * MathF.Cos(angle), scale * MathF.Sin(angle), tx, ty);
        var found = Similarity.Fit(Points, Map(known, Points));
        Assert.Equal(known.A, found.A, 1e-3f * scale);
        Assert.Equal(known.B, found.B, 1e-3f * scale);
        Assert.Equal(known.Tx, found.Tx, 0.01f);
        Assert.Equal(known.Ty, found.Ty, 0.01f);
        Assert.Equal(scale, found.Scale, 1e-3f * scale);
        Assert.Equal(angle, found.Angle, 1e-3f);
    }

    [Fact]
    public void A_fit_to_disturbed_points_has_the_least_squared_error()
    {
        var to = Map(new Similarity(1.5f, 0.5f, 10, 20), Points);
        to[0] = to[0] with { X = to[0].X + 9 };
        to[3] = to[3] with { Y = to[3].Y - 6 };
        var fit = Similarity.Fit(Points, to);
        var error = SquaredError(fit, to);
        Assert.True(error > 1);
        foreach (var step in new[] { -0.02f, 0.02f })
        {
            Assert.True(error < SquaredError(fit with { A = fit.A + step }, to));
            Assert.True(error < SquaredError(fit with { B = fit.B + step }, to));
            Assert.True(error < SquaredError(fit with { Tx = fit.Tx + 20 * step }, to));
            Assert.True(error < SquaredError(fit with { Ty = fit.Ty + 20 * step }, to));
        }
    }

    [Fact]
    public void A_quarter_turn_maps_right_to_down_and_keeps_the_confidence()
    {
        var turn = new Similarity(0, 1, 0, 0);
        Assert.Equal(new Landmark(0, 5, 0.7f), turn.Apply(new Landmark(5, 0, 0.7f)));
        Assert.Equal(MathF.PI / 2, turn.Angle, 5);
    }

    [Fact]
    public void The_inverse_undoes_a_transform()
    {
        var transform = new Similarity(-1.2f, 3.4f, 56, -78);
        foreach (var point in Points)
            Assert.Equal(0, transform.Inverse().Apply(transform.Apply(point)).DistanceTo(point), 1e-3f);
        Assert.Equal(1 / transform.Scale, transform.Inverse().Scale, 5);
    }

    [Fact]
    public void A_transform_of_scale_zero_has_no_inverse() =>
        Assert.Throws<InvalidOperationException>(() => new Similarity(0, 0, 1, 2).Inverse());

    [Fact]
    public void Coincident_points_are_fitted_by_a_shift()
    {
        Landmark[] from = [new(3, 3, 1), new(3, 3, 1), new(3, 3, 1)];
        Assert.Equal(new Similarity(1, 0, 5, -2), Similarity.Fit(from, Map(new Similarity(1, 0, 5, -2), from)));
    }

    [Fact]
    public void A_mirror_image_cannot_be_fitted_and_gives_scale_zero()
    {
        Landmark[] square = [new(-1, -1, 1), new(1, -1, 1), new(1, 1, 1), new(-1, 1, 1)];
        var mirrored = Array.ConvertAll(square, point => point with { X = -point.X });
        Assert.Equal(0, Similarity.Fit(square, mirrored).Scale);
    }

    [Fact]
    public void Two_points_of_each_list_are_needed()
    {
        Assert.Throws<ArgumentException>(() => Similarity.Fit([new Landmark(1, 1, 1)], [new Landmark(2, 2, 1)]));
        Assert.Throws<ArgumentException>(() => Similarity.Fit(Points, Points.AsSpan(1)));
    }

    private static Landmark[] Map(Similarity transform, Landmark[] points) => Array.ConvertAll(points, transform.Apply);

    private static double SquaredError(Similarity fit, Landmark[] to)
    {
        var sum = 0.0;
        for (var i = 0; i < to.Length; i++)
            sum += Math.Pow(fit.Apply(Points[i]).DistanceTo(to[i]), 2);
        return sum;
    }
}

using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Tests.Evaluation;

public class ErrorDistributionTests
{
    private static readonly ErrorDistribution Found = new([0.08, 0.02, 0.10, 0.04, 0.16]);
    private static readonly ErrorDistribution SomeMissed = new([0.08, 0.02, 0.10, 0.04, 0.16], missed: 3);

    [Fact]
    public void Mean_and_median_are_taken_over_the_faces_found()
    {
        Assert.Equal(0.08, Found.Mean, 9);
        Assert.Equal(0.08, Found.Median, 9);
        Assert.Equal((Found.Mean, Found.Median), (SomeMissed.Mean, SomeMissed.Median));
        Assert.Equal(0.05, new ErrorDistribution([0.04, 0.9, 0.06, 0.01]).Median, 9);
    }

    [Fact]
    public void Missed_faces_are_counted()
    {
        Assert.Equal((5, 0), (Found.Count, Found.Missed));
        Assert.Equal((8, 3), (SomeMissed.Count, SomeMissed.Missed));
    }

    [Theory]
    [InlineData(0.1, 0.2, 0.5)]
    [InlineData(0.09, 0.4, 0.625)]
    [InlineData(0.2, 0, 0.375)]
    [InlineData(0.01, 1, 1)]
    public void The_failure_rate_is_the_share_above_the_threshold_including_missed_faces(double threshold, double found, double withMissed)
    {
        Assert.Equal(found, Found.FailureRate(threshold), 9);
        Assert.Equal(withMissed, SomeMissed.FailureRate(threshold), 9);
    }

    [Fact]
    public void The_area_under_the_curve_is_the_mean_margin_below_the_threshold()
    {
        // By hand: (0.08 + 0.06 + 0.02 + 0 + 0) / (0.1 · 5).
        Assert.Equal(0.32, Found.AreaUnderCurve(0.1), 9);
        Assert.Equal(0.2, SomeMissed.AreaUnderCurve(0.1), 9);
        Assert.Equal(1, new ErrorDistribution([0, 0]).AreaUnderCurve(0.1), 9);
    }

    [Fact]
    public void The_area_is_the_integral_of_the_share_of_faces_within_each_error()
    {
        const int steps = 10_000;
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
            sum += 1 - SomeMissed.FailureRate(0.12 * (i + 0.5) / steps);
        Assert.Equal(sum / steps, SomeMissed.AreaUnderCurve(0.12), 1e-4);
    }

    [Fact]
    public void When_all_faces_are_missed_there_is_no_mean_and_the_failure_rate_is_1()
    {
        var missed = new ErrorDistribution([], missed: 2);
        Assert.True(double.IsNaN(missed.Mean));
        Assert.True(double.IsNaN(missed.Median));
        Assert.Equal(1, missed.FailureRate(0.1));
        Assert.Equal(0, missed.AreaUnderCurve(0.1));
    }

    [Fact]
    public void A_distribution_needs_at_least_one_face() => Assert.Throws<ArgumentException>(() => new ErrorDistribution([]));
}

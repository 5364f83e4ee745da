using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Evaluation;

namespace LiveLandmarks.Training.Tests.Evaluation;

public class CumulativeErrorTests
{
    [Fact]
    public void The_curve_is_the_share_of_all_faces_including_missed_ones()
    {
        var chart = CumulativeError.Of([("a", new ErrorDistribution([0.02, 0.04, 0.30], missed: 1)), ("b", new ErrorDistribution([0.05]))]);
        Assert.Equal(["a", "b"], chart.Series.Select(series => series.Name));
        double At(int series, double nme) => chart.Series[series].Points.Last(point => point.X <= nme + 1e-9).Y;
        Assert.Equal([0, 25, 50, 50], new[] { 1.9, 2.1, 4.1, 10 }.Select(nme => At(0, nme)));
        Assert.Equal([0, 100, 100], new[] { 4.9, 5.1, 10 }.Select(nme => At(1, nme)));
    }
}

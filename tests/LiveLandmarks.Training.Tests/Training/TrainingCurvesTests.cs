using LiveLandmarks.Training.Plotting;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

public class TrainingCurvesTests
{
    private static readonly MetricsRow[] Rows =
        [new(20, 1, 2.5, 1e-3, 8, null), new(40, 2, 1.25, 5e-4, 8, 0.07), new(60, 3, 1, 1e-4, 8, 0.05)];

    [Fact]
    public void Loss_validation_in_percent_and_learning_rate_share_the_axis_of_steps()
    {
        var charts = TrainingCurves.Of([("run", Rows)], "NME").Charts;
        Assert.Equal(["Training loss", "Validation", "Learning rate"], charts.Select(chart => chart.Title));
        Assert.Equal([new ChartPoint(20, 2.5), new(40, 1.25), new(60, 1)], charts[0].Series[0].Points);
        Assert.Equal([(40, 7), (60, 5)], charts[1].Series[0].Points.Select(point => (point.X, Math.Round(point.Y, 6))));
        Assert.Equal([1e-3, 5e-4, 1e-4], charts[2].Series[0].Points.Select(point => point.Y));
        Assert.Equal("NME in %", charts[1].Y.Title);
        Assert.All(charts, chart => Assert.Equal((0, 61.2), (chart.X.Minimum!.Value, chart.X.Maximum!.Value)));
    }

    [Fact]
    public void Runs_have_the_same_order_in_every_chart_and_the_axis_covers_the_longest()
    {
        var charts = TrainingCurves.Of(
            [("blind", [.. Rows.Select(row => row with { Validation = null })]),
            ("long", [.. Rows, new(900, 9, 0.5, 1e-5, 8, 0.04)])]).Charts;
        Assert.All(charts, chart => Assert.Equal(["blind", "long"], chart.Series.Select(series => series.Name)));
        Assert.Empty(charts[1].Series[0].Points);
        Assert.Equal(3, charts[1].Series[1].Points.Count);
        Assert.All(charts, chart => Assert.Equal(918, chart.X.Maximum));
    }

    [Fact]
    public void Without_validation_there_is_no_validation_chart() =>
        Assert.Equal(["Training loss", "Learning rate"], TrainingCurves.Of([("run", [Rows[0]])]).Charts.Select(chart => chart.Title));

    [Fact]
    public void Few_points_are_marked_and_many_are_not()
    {
        var many = Enumerable.Range(1, 100).Select(i => new MetricsRow(i, i, 1, 1e-3, 8, i % 10 == 0 ? 0.1 : null)).ToArray();
        var charts = TrainingCurves.Of([("run", many)]).Charts;
        Assert.Equal([false, true, false], charts.Select(chart => chart.Series[0].Marked));
    }
}

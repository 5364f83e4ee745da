using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Tests.Plotting;

public class LossCurvesTests
{
    [Fact]
    public void The_drawn_gradients_are_the_slopes_of_the_drawn_losses()
    {
        foreach (var (loss, gradient) in new[] { LossCurves.AWing(), LossCurves.Wing() })
        {
            foreach (var (values, slopes) in loss.Series.Zip(gradient.Series))
            {
                Assert.Equal(values.Name, slopes.Name);
                // In steps of 47 no sample falls on a corner (at 0, or where Wing becomes a line).
                for (var i = 47; i < values.Points.Count - 47; i += 47)
                {
                    var (before, after) = (values.Points[i - 1], values.Points[i + 1]);
                    var slope = (after.Y - before.Y) / (after.X - before.X);
                    Assert.Equal(slope, slopes.Points[i].Y, 0.02 * Math.Max(1, Math.Abs(slope)));
                }
            }
        }
    }

    [Fact]
    public void Every_curve_is_lowest_at_a_perfect_prediction_and_symmetric()
    {
        foreach (var series in LossCurves.AWing().Loss.Series)
        {
            Assert.Equal(0, series.Points.MinBy(point => point.Y).X, 6);
            Assert.Equal(series.Points[0].Y, series.Points[^1].Y, 3);
        }
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Cli;
using LiveLandmarks.Tests.Capture;
using LiveLandmarks.Tests.Clips;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli;

public class BenchTests
{
    [Fact]
    public void A_trend_is_the_slope_of_the_line_fitted_to_the_values()
    {
        Assert.Equal(-2.5, LinearTrend.Slope([(1, 7.5), (3, 2.5), (2, 5)]), 9);
        // By hand: times deviate by ±1 and values by -1, 0, 1 from their means, so (1 + 1) / 2.
        Assert.Equal(1, LinearTrend.Slope([(0, 3), (1, 4), (2, 5)]), 9);
        Assert.Equal(0, LinearTrend.Slope([(0, 1), (1, 9), (2, 1)]), 9);
        Assert.Equal(double.NaN, LinearTrend.Slope([(0, 1)]));
    }

    [Fact]
    public void A_percentile_is_one_of_the_values()
    {
        double[] values = [5, 1, 4, 2, 3];
        Assert.Equal(1, Percentile.Of(values, 0));
        Assert.Equal(3, Percentile.Of(values, 0.5));
        Assert.Equal(5, Percentile.Of(values, 1));
    }

    [Theory]
    [InlineData(1, 4, 3)]
    [InlineData(2, 8, 3)]
    [InlineData(3, 8, 6)]
    [InlineData(5, 12, 6)]
    public void A_picture_is_tiled_the_requested_number_of_times(int count, int width, int height)
    {
        using var reader = new TiledReader(new ScriptedReader(9), count);
        using var image = new Mat();
        for (var i = 0; i < 3; i++)
            Assert.True(reader.Read(image, out _));
        Assert.Equal((width, height), (image.Cols, image.Rows));
        Assert.Equal((width, height), (reader.Info.Width, reader.Info.Height));
        var twos = Enumerable.Range(0, width * height).Count(i => image.Get<Vec3b>(i / width, i % width).Item0 == 2);
        Assert.Equal(count * 12, twos);
    }

    [Fact]
    public async Task A_live_measurement_accounts_for_every_frame()
    {
        using var tracker = ClipRun.OpenTracker();
        var report = new LiveReport(warmUp: 5, frames: 20);
        await report.RunAsync(() => new PacedReader(VideoReader.OpenFile(Repository.Media("collins.mp4")), TimeProvider.System), tracker,
            CancellationToken.None);
        Assert.Equal(20, report.Read);
        Assert.Equal(20, report.Latencies.Count + report.Dropped);
        Assert.All(report.Latencies, latency => Assert.InRange(latency, 0.1, 60_000));
    }
}

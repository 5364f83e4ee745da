namespace LiveLandmarks.Cli;

/// <summary>Fits a straight line through measured values by least squares.</summary>
internal static class LinearTrend
{
    /// <summary>How much the values rise per unit of time; NaN for fewer than two samples.</summary>
    /// <param name="samples">Times and values in any order.</param>
    public static double Slope(IReadOnlyCollection<(double Time, double Value)> samples)
    {
        if (samples.Count < 2)
            return double.NaN;
        var (meanTime, meanValue) = (samples.Average(sample => sample.Time), samples.Average(sample => sample.Value));
        var along = samples.Sum(sample => (sample.Time - meanTime) * (sample.Value - meanValue));
        return along / samples.Sum(sample => (sample.Time - meanTime) * (sample.Time - meanTime));
    }
}

namespace LiveLandmarks.Cli;

/// <summary>Percentiles of measured values.</summary>
internal static class Percentile
{
    /// <summary>The value that a given share of the values does not exceed.</summary>
    /// <param name="values">At least one value, in any order.</param>
    /// <param name="share">The share, 0 to 1.</param>
    public static double Of(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt((int)((values.Count - 1) * share));
}

using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Draws cumulative error curves (CED): for each NME, the share of faces whose NME is at most this. A missed face never
/// counts.</summary>
internal static class CumulativeError
{
    private const double Limit = 0.10;
    private const int Samples = 400;

    /// <summary>Draws the curves of some networks.</summary>
    /// <param name="networks">Name in the legend and errors of each network.</param>
    /// <returns>A chart up to an NME of 10 %.</returns>
    public static LineChart Of(IEnumerable<(string Name, ErrorDistribution Errors)> networks) => new(
        "Cumulative error",
        new ChartAxis("NME in %", 0, 100 * Limit),
        new ChartAxis("share of faces in %", 0, 100),
        [.. networks.Select(network => new ChartSeries(network.Name, Curve(network.Errors)))]);

    private static ChartPoint[] Curve(ErrorDistribution errors) =>
        [.. Enumerable.Range(0, Samples + 1).Select(i => Limit * i / Samples).Select(
            nme => new ChartPoint(100 * nme, 100 * (1 - errors.FailureRate(nme))))];
}

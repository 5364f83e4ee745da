using LiveLandmarks.Evaluation;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Jitter of a still face against lag of a moving one, for several smoothing settings.</summary>
internal static class SmoothingCurves
{
    private const double Goal = 1.0 / 3;

    private static readonly float[] Betas = [5, 10, 20, 40, 100, 200, 400, 800];
    private static readonly float[] ShapeBetas = [2.5f, 5, 10, 20, 40, 80, 160];

    /// <summary>Draws the settings of the motion filter above those of the shape filter; the other filter keeps its default.</summary>
    /// <param name="trial">Measures the settings on one face.</param>
    public static ChartFigure Of(SmoothingTrial trial)
    {
        var defaults = new SmoothingOptions();
        var jitter = new ChartAxis("jitter of a still face, smoothed / raw", 0);
        return new ChartFigure(
        [
            new LineChart("The face's motion: a shake at 2 Hz", new ChartAxis("lag in frames", 0), jitter, Series(
                Betas, (beta, rest) => defaults with { Motion = Setting(defaults.Motion, beta, rest) }, cost => cost.Lag)),
            new LineChart("The shape in it: lips moving at 2 Hz", new ChartAxis("lag in frames", 0), jitter, Series(
                ShapeBetas, (beta, rest) => defaults with { Shape = Setting(defaults.Shape, beta, rest) }, cost => cost.LipLag)),
        ], PlotHeight: 260);

        static OneEuroOptions Setting(OneEuroOptions options, float beta, float rest) =>
            options with { Beta = beta, RestSpeed = rest * options.RestSpeed, NoiseFactor = rest * options.NoiseFactor };

        ChartSeries[] Series(float[] betas, Func<float, float, SmoothingOptions> setting, Func<SmoothingCost, double> lag)
        {
            var (with, without) = (Curve(rest: 1), Curve(rest: 0));
            var longest = with.Concat(without).Max(point => point.X);
            return
            [
                new("Beta from high to low", with, Marked: true),
                new("the same without rest", without, Marked: true),
                new("at most a third", [new(0, Goal), new(longest, Goal)], Dashed: true),
                new("the defaults", [Place(new())], Marked: true),
            ];

            ChartPoint[] Curve(float rest) => [.. betas.Reverse().Select(beta => Place(setting(beta, rest)))];

            ChartPoint Place(SmoothingOptions options) => trial.Measure(options) is var cost ? new(lag(cost), cost.Jitter) : default;
        }
    }
}

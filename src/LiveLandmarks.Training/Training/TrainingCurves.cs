using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Training;

/// <summary>The progress of trainings over their steps: loss, validation and learning rate, one below the other.</summary>
internal static class TrainingCurves
{
    // Fewer points than this are marked with dots.
    private const int FewPoints = 40;

    /// <summary>Draws trainings.</summary>
    /// <param name="runs">Name in the legend and metrics table of each training.</param>
    /// <param name="figure">What the validations measured, which the table does not contain.</param>
    /// <returns>A figure, without a validation panel if no training was validated.</returns>
    public static ChartFigure Of(IReadOnlyList<(string Name, IReadOnlyList<MetricsRow> Rows)> runs, string figure = "NME or faces missed")
    {
        var last = runs.SelectMany(run => run.Rows).Select(row => row.Step).DefaultIfEmpty(1).Max();
        // All panels end at the same step, a little after the last dot.
        var steps = new ChartAxis("step", 0, 1.02 * last);
        List<LineChart> charts = [new("Training loss", steps, new ChartAxis("mean loss", Logarithmic: true), Lines(row => row.Loss))];
        if (runs.Any(run => run.Rows.Any(row => row.Validation is not null)))
            charts.Add(new LineChart(
                "Validation", steps, new ChartAxis($"{figure} in %", Logarithmic: true), Lines(row => 100 * row.Validation)));
        charts.Add(new LineChart("Learning rate", steps, new ChartAxis("learning rate", 0), Lines(row => row.LearningRate)));
        return new ChartFigure(charts, PlotHeight: 220);

        ChartSeries[] Lines(Func<MetricsRow, double?> figure) => [.. runs.Select(run => Line(run.Name, run.Rows, figure))];
    }

    /// <summary>Writes the curves of a training to its folder.</summary>
    /// <param name="run">The training.</param>
    /// <param name="rows">Its metrics table.</param>
    /// <exception cref="OutputException">The pictures cannot be written.</exception>
    public static void Write(RunOptions run, IReadOnlyList<MetricsRow> rows)
    {
        var figure = Of([(LegendNames.Of([run.Folder])[0], rows)], run.Figure);
        foreach (var path in run.Curves)
            figure.Save(path);
    }

    private static ChartSeries Line(string name, IReadOnlyList<MetricsRow> rows, Func<MetricsRow, double?> figure)
    {
        ChartPoint[] points = [.. rows.Where(row => figure(row) is not null).Select(row => new ChartPoint(row.Step, figure(row)!.Value))];
        return new ChartSeries(name, points, Marked: points.Length < FewPoints);
    }
}

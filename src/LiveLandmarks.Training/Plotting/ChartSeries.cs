namespace LiveLandmarks.Training.Plotting;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Points">The line's corners in order; where a coordinate is not finite, the line is interrupted.</param>
/// <param name="Dashed">Whether the line is dashed.</param>
/// <param name="Marked">Whether each corner has a dot, so that few or single ones are seen.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points, bool Dashed = false, bool Marked = false);

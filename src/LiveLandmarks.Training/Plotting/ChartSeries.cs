namespace LiveLandmarks.Training.Plotting;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Points">The line's corners in order; where a coordinate is not finite, the line is interrupted.</param>
/// <param name="Dashed">Whether the line is dashed.</param>
/// <param name="Marked">Whether each corner has a dot, so that single points are visible.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points, bool Dashed = false, bool Marked = false);

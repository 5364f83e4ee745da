namespace LiveLandmarks.Training.Plotting;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Minimum">Where it starts; null for a little below the smallest value.</param>
/// <param name="Maximum">Where it ends; null for a little above the largest value.</param>
/// <param name="Logarithmic">Whether the axis is logarithmic; values that are not positive are then left out.</param>
public sealed record ChartAxis(string Title, double? Minimum = null, double? Maximum = null, bool Logarithmic = false);

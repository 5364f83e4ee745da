namespace LiveLandmarks.Training.Plotting;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Minimum">Where it begins; null for the smallest value, rounded down to a tick.</param>
/// <param name="Maximum">Where it ends; null for the largest value, rounded up to a tick.</param>
/// <param name="Logarithmic">Whether equal lengths are equal ratios; values that are not positive are left out.</param>
public sealed record ChartAxis(string Title, double? Minimum = null, double? Maximum = null, bool Logarithmic = false);

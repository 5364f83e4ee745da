namespace LiveLandmarks.Training.Plotting;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Minimum">Where it begins; null for a little before the smallest value.</param>
/// <param name="Maximum">Where it ends; null for a little after the largest value.</param>
/// <param name="Logarithmic">Whether equal lengths are equal ratios; values that are not positive are left out.</param>
public sealed record ChartAxis(string Title, double? Minimum = null, double? Maximum = null, bool Logarithmic = false);

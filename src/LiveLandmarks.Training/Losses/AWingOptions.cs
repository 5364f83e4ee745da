namespace LiveLandmarks.Training.Losses;

/// <summary>Parameters of the Adaptive Wing loss; the defaults are the paper's (section 4.2).</summary>
/// <param name="Alpha">
/// The exponent for a target of 0; for a target y it is <c>Alpha - y</c>. Above 2, so that the slope vanishes on the background and not on
/// a landmark.
/// </param>
/// <param name="Omega">Height of the curve.</param>
/// <param name="Epsilon">Width of the curve, in heatmap values.</param>
/// <param name="Theta">Error at which the curve turns into a straight line, in heatmap values.</param>
public sealed record AWingOptions(double Alpha = 2.1, double Omega = 14, double Epsilon = 1, double Theta = 0.5);

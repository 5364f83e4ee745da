namespace LiveLandmarks.Training.Losses;

/// <summary>
/// Parameters of the Wing loss. The defaults are the paper's, meant for coordinates in pixels. Heatmap values lie in 0 to 1:
/// the same curve on twenty times the error is Omega 0.5 and Epsilon 0.1, whose line starts where AWing's does.
/// </summary>
/// <param name="Omega">Error at which the curve turns into a straight line, and height of the curve.</param>
/// <param name="Epsilon">Width of the curve.</param>
public sealed record WingOptions(double Omega = 10, double Epsilon = 2);

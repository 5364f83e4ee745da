namespace LiveLandmarks.Evaluation;

/// <summary>What a smoothing does to one face, and what that costs.</summary>
/// <param name="Jitter">Standard deviation of a still face's landmarks, smoothed, as a share of the raw one; root mean square over the
/// landmarks.</param>
/// <param name="WorstJitter">The same for the landmark that gains least.</param>
/// <param name="Lag">How long a head shaken at 2 Hz is behind, frames.</param>
/// <param name="LipLag">How long lips moving at 2 Hz in a still face are behind, frames.</param>
/// <param name="BlinkKept">How much of a blink of 0.2 s is left, as a share of the lids' way.</param>
public readonly record struct SmoothingCost(double Jitter, double WorstJitter, double Lag, double LipLag, double BlinkKept);

namespace LiveLandmarks.Evaluation;

/// <summary>The benefit and the cost of a smoothing, measured on one face.</summary>
/// <param name="Jitter">Standard deviation of a still face's smoothed landmarks divided by that of its raw landmarks; root mean square
/// over the landmarks.</param>
/// <param name="WorstJitter">The same for the landmark that improves least.</param>
/// <param name="Lag">Delay of a head shaken at 2 Hz, in frames.</param>
/// <param name="LipLag">Delay of lips that move at 2 Hz in a still face, in frames.</param>
/// <param name="BlinkKept">How much of a 0.2 s blink remains, as a share of the lids' movement.</param>
public readonly record struct SmoothingCost(double Jitter, double WorstJitter, double Lag, double LipLag, double BlinkKept);

namespace LiveLandmarks.Smoothing;

/// <summary>
/// Parameters of a One Euro filter (Casiez, Roussel and Vogel, CHI 2012): cutoff = MinimumCutoff + Beta · speed. Only speed above rest
/// counts: above <paramref name="RestSpeed"/>, and above the speed that noise in the values simulates.
/// </summary>
/// <param name="MinimumCutoff">Cutoff frequency at rest, Hz: lower is more stable.</param>
/// <param name="Beta">Cutoff gained in Hz per unit of speed (face sizes, or radians, per second): higher lags less.</param>
/// <param name="DerivativeCutoff">Cutoff frequency of the speed estimate, Hz.</param>
/// <param name="RestSpeed">Up to this speed (face sizes, or radians, per second) the value counts as resting. The speed is measured from
/// the filtered to the next value.</param>
/// <param name="NoiseFactor">This many standard deviations of the speed that noise simulates also count as rest. 0, with a
/// <paramref name="RestSpeed"/> of 0, is the filter as published.</param>
public sealed record OneEuroOptions(
    float MinimumCutoff, float Beta, float DerivativeCutoff = 1, float RestSpeed = 0, float NoiseFactor = 0);

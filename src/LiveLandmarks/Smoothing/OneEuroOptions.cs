namespace LiveLandmarks.Smoothing;

/// <summary>
/// Parameters of a One Euro filter (Casiez, Roussel and Vogel, CHI 2012): cutoff = MinimumCutoff + Beta · speed,
/// where only what is above rest counts as speed: above <paramref name="RestSpeed"/>, and above what the noise in the values feigns.
/// </summary>
/// <param name="MinimumCutoff">Cutoff frequency at rest, Hz: lower is steadier.</param>
/// <param name="Beta">Hz of cutoff gained per unit of speed (face sizes, or radians, a second): higher lags less.</param>
/// <param name="DerivativeCutoff">Cutoff frequency of the speed estimate, Hz.</param>
/// <param name="RestSpeed">Up to this speed (face sizes, or radians, a second) the value counts as resting. The speed is that from the
/// filtered to the next value.</param>
/// <param name="NoiseFactor">So many standard deviations of the speed that the values' own noise feigns count as rest, too. 0, with a
/// <paramref name="RestSpeed"/> of 0, is the filter as published.</param>
public sealed record OneEuroOptions(
    float MinimumCutoff, float Beta, float DerivativeCutoff = 1, float RestSpeed = 0, float NoiseFactor = 0);

namespace LiveLandmarks.Tracking;

/// <summary>
/// Parameters of a One Euro filter (Casiez, Roussel and Vogel, CHI 2012): cutoff = MinimumCutoff + Beta · speed,
/// where only what is above <paramref name="RestSpeed"/> counts as speed.
/// </summary>
/// <param name="MinimumCutoff">Cutoff frequency at rest, Hz: lower is steadier.</param>
/// <param name="Beta">Hz of cutoff gained per unit of speed (face sizes, or radians, a second): higher lags less.</param>
/// <param name="DerivativeCutoff">Cutoff frequency of the speed estimate, Hz.</param>
/// <param name="RestSpeed">Speed that noise alone can feign (face sizes, or radians, a second): up to it the value counts as resting. The speed is that from the filtered to the next value. 0 is the filter as published.</param>
public sealed record OneEuroOptions(float MinimumCutoff, float Beta, float DerivativeCutoff = 1, float RestSpeed = 0);

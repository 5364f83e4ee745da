namespace LiveLandmarks.Tracking;

/// <summary>
/// Parameters of a One Euro filter (Casiez, Roussel and Vogel, CHI 2012): cutoff = MinimumCutoff + Beta · speed.
/// </summary>
/// <param name="MinimumCutoff">Cutoff frequency at rest, Hz: lower is steadier.</param>
/// <param name="Beta">Hz of cutoff gained per unit of speed (face sizes, or radians, a second): higher lags less.</param>
/// <param name="DerivativeCutoff">Cutoff frequency of the speed estimate, Hz.</param>
public sealed record OneEuroOptions(float MinimumCutoff, float Beta, float DerivativeCutoff = 1);

namespace LiveLandmarks.Landmarks;

/// <summary>What a landmark of one scheme contributes to a landmark of another.</summary>
/// <param name="Landmark">Index of the landmark.</param>
/// <param name="Weight">Weight of the landmark, above 0; the weights for one landmark add up to 1.</param>
public readonly record struct LandmarkShare(int Landmark, float Weight);

namespace LiveLandmarks;

/// <summary>The centers of both pupils, from a network that finds them. A pupil behind closed lids has a low confidence and no meaningful
/// position.</summary>
/// <param name="Right">The pupil of the person's right eye, in image pixels.</param>
/// <param name="Left">The pupil of the person's left eye, in image pixels.</param>
public readonly record struct FacePupils(Landmark Right, Landmark Left);

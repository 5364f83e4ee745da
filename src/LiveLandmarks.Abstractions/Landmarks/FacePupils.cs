namespace LiveLandmarks;

/// <summary>The centers of both pupils, as a network with them found them. One behind closed lids has a low confidence, and its place means
/// nothing.</summary>
/// <param name="Right">That of the person's right eye, image pixels.</param>
/// <param name="Left">That of the left eye.</param>
public readonly record struct FacePupils(Landmark Right, Landmark Left);

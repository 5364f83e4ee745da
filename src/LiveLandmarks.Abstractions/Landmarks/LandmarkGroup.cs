namespace LiveLandmarks;

/// <summary>Neighboring landmarks of a scheme that trace one facial feature.</summary>
/// <param name="Name">The feature, such as <c>right eye</c>; left and right are the person's own.</param>
/// <param name="Feature">What kind of feature it is; renderers choose the color by it.</param>
/// <param name="First">Index of the first landmark.</param>
/// <param name="Count">Number of landmarks.</param>
/// <param name="Closed">Whether the last landmark joins the first.</param>
public sealed record LandmarkGroup(string Name, FacialFeature Feature, int First, int Count, bool Closed);

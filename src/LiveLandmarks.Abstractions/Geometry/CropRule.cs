namespace LiveLandmarks;

/// <summary>How a crop relates to its face; the same as when the network was trained.</summary>
/// <param name="LandmarkFactor">Crop side divided by the longer side of the landmarks' bounding box.</param>
/// <param name="BoxFactor">Crop side divided by the mean side of a detector's box.</param>
/// <param name="BoxCenterY">Vertical crop center inside a detector's box: 0 is its top, 1 its bottom.</param>
public sealed record CropRule(float LandmarkFactor, float BoxFactor, float BoxCenterY);

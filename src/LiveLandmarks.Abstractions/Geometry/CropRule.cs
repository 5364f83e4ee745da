namespace LiveLandmarks;

/// <summary>How the crop relates to the face, as the network was trained.</summary>
/// <param name="LandmarkFactor">Crop side over the longer side of the landmarks' bounding box.</param>
/// <param name="BoxFactor">Crop side over the mean side of a detector's box.</param>
/// <param name="BoxCenterY">Vertical crop center inside a detector's box, 0 its top and 1 its bottom.</param>
public sealed record CropRule(float LandmarkFactor, float BoxFactor, float BoxCenterY);

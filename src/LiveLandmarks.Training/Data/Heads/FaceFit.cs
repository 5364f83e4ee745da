namespace LiveLandmarks.Training.Data.Heads;

/// <summary>A head that was fitted to landmarks.</summary>
/// <param name="Weights">Identity and expression.</param>
/// <param name="View">The view of the head, in pixels of the landmarks.</param>
/// <param name="Residual">Mean distance between the inner landmarks and the head's, as a share of the distance between the outer corners of
/// the head's eyes, which does not shrink as the head turns.</param>
public sealed record FaceFit(HeadWeights Weights, HeadView View, float Residual);

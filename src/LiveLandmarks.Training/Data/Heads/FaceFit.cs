namespace LiveLandmarks.Training.Data.Heads;

/// <summary>A head that was fitted to landmarks.</summary>
/// <param name="Weights">Who, and with what expression.</param>
/// <param name="View">How it is seen, in pixels of the landmarks.</param>
/// <param name="Residual">Mean distance between the inner landmarks and the head's, as a share of the distance between the outer corners of
/// the head's eyes, which does not shrink as it turns.</param>
public sealed record FaceFit(HeadWeights Weights, HeadView View, float Residual);

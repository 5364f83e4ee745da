namespace LiveLandmarks;

/// <summary>One landmark.</summary>
/// <param name="X">Pixels to the right; the center of the first pixel is 0.</param>
/// <param name="Y">Pixels downwards; the center of the first pixel is 0.</param>
/// <param name="Confidence">Height of the heatmap peak, 0 to 1.</param>
public readonly record struct Landmark(float X, float Y, float Confidence)
{
    /// <summary>Distance to another landmark, in pixels.</summary>
    /// <param name="other">The other landmark.</param>
    public float DistanceTo(Landmark other) => MathF.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}

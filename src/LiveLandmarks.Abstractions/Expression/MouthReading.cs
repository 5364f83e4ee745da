namespace LiveLandmarks;

/// <summary>The mouth in one frame, measured at the inner edges of the lips.</summary>
/// <param name="Openness">0 is closed; 1 is lips 5 cm apart on a head of average size, about as wide as adults can open the mouth. Null
/// when not visible.</param>
/// <param name="Aspect">Height of the gap divided by its width, corrected for the turn of the head; at least 0; null when not
/// visible.</param>
/// <param name="Confidence">0 to 1: how certain the landmarks of the lips are; lower when the mouth turns away.</param>
public readonly record struct MouthReading(float? Openness, float? Aspect, float Confidence)
{
    /// <summary>Whether the mouth is visible; if not, it has no readings.</summary>
    public bool IsVisible => Openness is not null;
}

namespace LiveLandmarks;

/// <summary>The mouth in one frame, by the inner edges of the lips.</summary>
/// <param name="Openness">0 closed to 1 for lips 5 cm apart on a head of average size, about as wide as adults open it; null when not
/// visible.</param>
/// <param name="Aspect">Height of the gap over its width with the head's turn taken out, at least 0; null when not visible.</param>
/// <param name="Confidence">0 to 1: how sure the lips' landmarks are, less where the mouth turns away.</param>
public readonly record struct MouthReading(float? Openness, float? Aspect, float Confidence)
{
    /// <summary>Whether it can be seen; if not, nothing is claimed.</summary>
    public bool IsVisible => Openness is not null;
}

namespace LiveLandmarks;

/// <summary>One eye in one frame.</summary>
/// <param name="State">Open or closed, with hysteresis; or not visible.</param>
/// <param name="Openness">0 closed to 1 as open as this person's eye mostly is; null when not visible.</param>
/// <param name="Aspect">Height of the gap over its width with the head's turn taken out, at least 0, about 0.3 when open; null when not
/// visible.</param>
/// <param name="Confidence">0 to 1: how sure the lids' landmarks are, less where the eye turns away.</param>
/// <param name="Blinks">Blinks that this eye completed since the face was first seen.</param>
public readonly record struct EyeReading(EyeState State, float? Openness, float? Aspect, float Confidence, int Blinks)
{
    /// <summary>The smoothed center of the pupil, image pixels; null when the eye is closed or not visible, or the network finds no
    /// pupils.</summary>
    public Landmark? Pupil { get; init; }
}

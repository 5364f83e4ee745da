namespace LiveLandmarks;

/// <summary>One eye in one frame.</summary>
/// <param name="State">Open or closed, with hysteresis; or not visible.</param>
/// <param name="Openness">0 is closed; 1 is as open as this person's eye usually is. Null when not visible.</param>
/// <param name="Aspect">Height of the gap divided by its width, corrected for the turn of the head; at least 0, about 0.3 when open; null
/// when not visible.</param>
/// <param name="Confidence">0 to 1: how certain the landmarks of the lids are; lower when the eye turns away.</param>
/// <param name="Blinks">Number of blinks that this eye has completed since the face was first seen.</param>
public readonly record struct EyeReading(EyeState State, float? Openness, float? Aspect, float Confidence, int Blinks)
{
    /// <summary>The smoothed center of the pupil, in image pixels; null when the eye is closed or not visible, or when the network finds no
    /// pupils.</summary>
    public Landmark? Pupil { get; init; }

    /// <summary>Where the eye looks; null when <see cref="Pupil"/> is null, or when the pupil does not lie on the eyeball.</summary>
    public GazeDirection? Gaze { get; init; }
}

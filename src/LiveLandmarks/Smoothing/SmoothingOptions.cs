namespace LiveLandmarks.Smoothing;

/// <summary>
/// How landmarks are smoothed: separately for the motion of the whole face (shift, scale, roll) and the shape inside it. All 68 points
/// contribute to the motion, so it has little jitter and the filter can follow fast; the shape hardly moves and can be smoothed strongly.
/// </summary>
public sealed record SmoothingOptions
{
    /// <summary>Filter of shift (face sizes), scale (logarithm) and roll (radians).</summary>
    public OneEuroOptions Motion { get; init; } =
        new(MinimumCutoff: 1.3f, Beta: 400, DerivativeCutoff: 3, RestSpeed: 0.03f, NoiseFactor: 3);

    /// <summary>Filter of each point inside the face, in face sizes.</summary>
    public OneEuroOptions Shape { get; init; } =
        new(MinimumCutoff: 0.45f, Beta: 40, DerivativeCutoff: 4, RestSpeed: 0.05f, NoiseFactor: 3.5f);
}

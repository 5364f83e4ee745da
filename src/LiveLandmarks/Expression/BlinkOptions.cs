namespace LiveLandmarks.Expression;

/// <summary>When an eye counts as closed, and which closures are blinks. Times are those of the stream, so the frame rate does not
/// matter.</summary>
public sealed record BlinkOptions
{
    /// <summary>An open eye counts as closed below this openness, 0 to 1.</summary>
    public float CloseBelow { get; init; } = 0.35f;

    /// <summary>A closed eye counts as open above this openness, which must be higher than <see cref="CloseBelow"/>.</summary>
    public float OpenAbove { get; init; } = 0.6f;

    /// <summary>A shorter closure is an error of the landmarks.</summary>
    public TimeSpan MinDuration { get; init; } = TimeSpan.FromSeconds(0.05);

    /// <summary>A longer closure means that the eyes are shut.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Nothing is concluded across a longer gap between frames.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromSeconds(0.2);
}

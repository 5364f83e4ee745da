namespace LiveLandmarks.Capture;

/// <summary>When a camera or network stream counts as lost, and how long one tries to get it back.</summary>
public sealed record ReconnectOptions
{
    /// <summary>A read that takes longer is given up.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The same picture, pixel for pixel, for longer than this is a driver that repeats its last one; null to let it. When the source
    /// shows that very picture again after it was opened anew, the scene is still, and nothing is done until it changes.
    /// </summary>
    public TimeSpan? FrozenTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait before the first attempt to open the source again; each further wait is twice as long.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait between attempts.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so long without a picture the stream ends with an error; so it does when its first opening takes longer.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Throws unless every time is above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StallTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FrozenTimeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(FrozenTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestDelay, FirstDelay);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(GiveUpAfter, TimeSpan.Zero);
    }
}

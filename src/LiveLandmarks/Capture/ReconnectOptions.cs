namespace LiveLandmarks.Capture;

/// <summary>When a camera or network stream counts as lost, and for how long to try to reopen it.</summary>
public sealed record ReconnectOptions
{
    /// <summary>A read that takes longer than this is abandoned.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// If the picture stays the same, pixel for pixel, for longer than this, the driver is taken to repeat its last picture and the source
    /// is reopened; null to disable the check. If the reopened source shows the same picture, the scene is still, and the check pauses
    /// until the picture changes.
    /// </summary>
    public TimeSpan? FrozenTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Delay before the first attempt to reopen the source; each further delay is twice as long.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest delay between attempts.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>If no picture arrives for this long, the stream ends with an error; the same applies if the first opening takes
    /// longer.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Throws unless every time is above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StallTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FrozenTimeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(FrozenTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestDelay, FirstDelay);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(GiveUpAfter, TimeSpan.Zero);
    }
}

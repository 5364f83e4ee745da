namespace LiveLandmarks.Expression;

/// <summary>
/// Decides between open and closed, with hysteresis, and counts the closures that are blinks. The time at which the lids pass a threshold
/// is interpolated between frames, so that a blink has the same length at any frame rate. A closure whose start or end was not seen does
/// not count as a blink. Not thread-safe.
/// </summary>
internal sealed class BlinkDetector(BlinkOptions options)
{
    private TimeSpan lastTime;
    private float? lastOpenness;
    private TimeSpan? closedAt;

    /// <summary>Number of blinks completed so far.</summary>
    public int Blinks { get; private set; }

    /// <summary>The last state of the eye.</summary>
    public EyeState State { get; private set; }

    /// <summary>Processes the next frame.</summary>
    /// <param name="openness">0 to 1; null when the eye cannot be seen.</param>
    /// <param name="time">When the frame was captured.</param>
    public void Update(float? openness, TimeSpan time)
    {
        if (time <= lastTime || time - lastTime > options.LongestGap)
            (lastOpenness, closedAt) = (null, null);
        if (openness is { } now)
            Update(now, time);
        else
            (State, closedAt) = (EyeState.NotVisible, null);
        (lastOpenness, lastTime) = (openness, time);
    }

    private void Update(float openness, TimeSpan time)
    {
        if (State != EyeState.Closed && openness < options.CloseBelow)
        {
            closedAt = State == EyeState.Open ? Passed(options.CloseBelow, openness, time) : null;
            State = EyeState.Closed;
        }
        else if (State != EyeState.Open && (openness > options.OpenAbove || State == EyeState.NotVisible))
        {
            State = EyeState.Open;
            if (closedAt is { } start
                && Passed(options.OpenAbove, openness, time) is { } end
                && end - start >= options.MinDuration
                && end - start <= options.MaxDuration)
                Blinks++;
            closedAt = null;
        }
    }

    /// <summary>When the openness passed a level between the last frame and this one; null if there is no last frame.</summary>
    private TimeSpan? Passed(float level, float openness, TimeSpan time) =>
        lastOpenness is { } last ? lastTime + (time - lastTime) * Math.Clamp((level - last) / (openness - last), 0, 1) : null;
}

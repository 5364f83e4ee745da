namespace LiveLandmarks.Tracking;

/// <summary>The state of one filtered value; see <see cref="OneEuroOptions"/>. A default value is a filter that has seen nothing.</summary>
internal struct OneEuroFilter
{
    private bool started;
    private float value;
    private float speed;

    /// <summary>Filters the next value.</summary>
    /// <param name="next">The measured value.</param>
    /// <param name="seconds">Time since the last one; not above 0 means unknown, and the value passes unchanged.</param>
    /// <param name="options">The filter's parameters.</param>
    /// <returns>The filtered value.</returns>
    public float Filter(float next, float seconds, OneEuroOptions options)
    {
        if (!started || !(seconds > 0))
        {
            started = true;
            speed = 0;
            return value = next;
        }
        speed += Weight(options.DerivativeCutoff, seconds) * ((next - value) / seconds - speed);
        value += Weight(options.MinimumCutoff + options.Beta * MathF.Max(0, MathF.Abs(speed) - options.RestSpeed), seconds) * (next - value);
        return value;
    }

    /// <summary>Share of the new value in a first-order low pass.</summary>
    private static float Weight(float cutoff, float seconds)
    {
        var r = 2 * MathF.PI * cutoff * seconds;
        return r / (r + 1);
    }
}

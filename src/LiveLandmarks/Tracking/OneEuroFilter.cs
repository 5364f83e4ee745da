namespace LiveLandmarks.Tracking;

/// <summary>The state of one filtered value; see <see cref="OneEuroOptions"/>. A default value is a filter that has seen nothing.</summary>
internal struct OneEuroFilter
{
    // Their share is below that of any sensible cutoff.
    private const int MostCounted = 10_000;

    private int seen;
    private float value;
    private float speed;

    /// <summary>Filters the next value.</summary>
    /// <param name="next">The measured value.</param>
    /// <param name="seconds">Time since the last one; not above 0 means unknown, and the value passes unchanged.</param>
    /// <param name="options">The filter's parameters.</param>
    /// <returns>The filtered value.</returns>
    public float Filter(float next, float seconds, OneEuroOptions options)
    {
        if (seen == 0 || !(seconds > 0))
        {
            seen = 1;
            speed = 0;
            return value = next;
        }
        speed += Weight(options.DerivativeCutoff, seconds) * ((next - value) / seconds - speed);
        // The first values count alike: a low cutoff would take long to forget the error of the very first.
        seen = Math.Min(seen, MostCounted) + 1;
        var least = 1f / seen;
        value += MathF.Max(least, Weight(options.MinimumCutoff + options.Beta * MathF.Max(0, MathF.Abs(speed) - options.RestSpeed), seconds)) * (next - value);
        return value;
    }

    /// <summary>Share of the new value in a first-order low pass.</summary>
    private static float Weight(float cutoff, float seconds)
    {
        var r = 2 * MathF.PI * cutoff * seconds;
        return r / (r + 1);
    }
}

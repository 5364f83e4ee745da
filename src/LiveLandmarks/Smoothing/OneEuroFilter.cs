namespace LiveLandmarks.Smoothing;

/// <summary>The state of one filtered value; see <see cref="OneEuroOptions"/>. A default value is a filter that has not seen any
/// value.</summary>
internal struct OneEuroFilter
{
    // The weight of one of this many values is below that of any sensible cutoff.
    private const int MaxCounted = 10_000;

    // Mean of the absolute second difference of noise with a standard deviation of 1.
    private const float SecondDifference = 1.954f;

    // A sudden motion bends more than noise; it counts as at most this many times the noise.
    private const float MaxBend = 3;

    private const int NoiseFrames = 30;

    // In seconds; over a longer time a motion bends more than noise.
    private const float LongestNoise = 0.09f;

    private int seen;
    private float value;
    private float speed;
    private float last;
    private float lastChange;
    private float noise;

    /// <summary>Filters the next value.</summary>
    /// <param name="next">The measured value.</param>
    /// <param name="seconds">Time since the last value; 0 or less means unknown, and the value passes unchanged.</param>
    /// <param name="options">The filter's parameters.</param>
    /// <param name="unit">The length in which their speeds are given, in units of the value.</param>
    /// <returns>The filtered value.</returns>
    public float Filter(float next, float seconds, OneEuroOptions options, float unit = 1)
    {
        if (seen == 0 || !(seconds > 0))
        {
            seen = 1;
            (speed, lastChange, noise, last) = (0, 0, 0, next);
            return value = next;
        }
        var derivativeWeight = Weight(options.DerivativeCutoff, seconds);
        speed += derivativeWeight * ((next - value) / seconds - speed);
        var rest = MathF.Max(options.RestSpeed * unit,
            options.NoiseFactor * Noise(next, seconds) * MathF.Sqrt(derivativeWeight / (2 - derivativeWeight)) / seconds);
        // The first values have equal weight: a low cutoff would take long to forget the error of the very first.
        seen = Math.Min(seen, MaxCounted) + 1;
        var least = 1f / seen;
        value += MathF.Max(least, Weight(options.MinimumCutoff + options.Beta / unit * MathF.Max(0, MathF.Abs(speed) - rest), seconds)) * (
            next - value);
        return value;
    }

    /// <summary>Standard deviation of the noise, from second differences: they show all of the noise, but only the bends of a
    /// motion.</summary>
    private float Noise(float next, float seconds)
    {
        var change = next - last;
        var bend = MathF.Abs(change - lastChange) / SecondDifference;
        (last, lastChange) = (next, change);
        if (seen < 3 || seconds > LongestNoise)
            return noise;
        noise += ((noise > 0 ? MathF.Min(bend, MaxBend * noise) : bend) - noise) / MathF.Min(seen - 1, NoiseFrames);
        return noise;
    }

    /// <summary>Share of the new value in a first-order low pass.</summary>
    private static float Weight(float cutoff, float seconds)
    {
        var r = 2 * MathF.PI * cutoff * seconds;
        return r / (r + 1);
    }
}

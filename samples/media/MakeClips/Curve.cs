namespace MakeClips;

/// <summary>
/// A quantity over time: a smooth line through its keys that never overshoots them, so it is constant between equal neighbors
/// (monotone cubic interpolation after Fritsch and Butland). Constant before the first key and after the last.
/// </summary>
internal sealed class Curve
{
    private readonly (double Time, double Value)[] keys;
    private readonly double[] slopes;

    /// <summary>Makes a curve through keys.</summary>
    /// <param name="keys">At least one key, in order of time (seconds).</param>
    public Curve(params (double Time, double Value)[] keys)
    {
        this.keys = keys;
        slopes = new double[keys.Length];
        for (var i = 1; i < keys.Length - 1; i++)
            slopes[i] = SlopeBetween(keys[i - 1], keys[i], keys[i + 1]);
    }

    /// <summary>The value at a time.</summary>
    /// <param name="time">In seconds.</param>
    public double At(double time)
    {
        var next = Array.FindIndex(keys, key => key.Time > time);
        if (next <= 0)
            return next == 0 ? keys[0].Value : keys[^1].Value;

        var (from, to) = (keys[next - 1], keys[next]);
        var span = to.Time - from.Time;
        var s = (time - from.Time) / span;
        var rise = s * s * (3 - 2 * s);
        return from.Value + rise * (to.Value - from.Value)
            + span * s * (1 - s) * ((1 - s) * slopes[next - 1] - s * slopes[next]);
    }

    /// <summary>Zero at a turning point, else the weighted harmonic mean of the slopes on both sides.</summary>
    private static double SlopeBetween(
        (double Time, double Value) before, (double Time, double Value) here, (double Time, double Value) after)
    {
        var (earlier, later) = (here.Time - before.Time, after.Time - here.Time);
        var (arriving, leaving) = ((here.Value - before.Value) / earlier, (after.Value - here.Value) / later);
        if (arriving * leaving <= 0)
            return 0;
        var (w1, w2) = (2 * later + earlier, later + 2 * earlier);
        return (w1 + w2) / (w1 / arriving + w2 / leaving);
    }
}

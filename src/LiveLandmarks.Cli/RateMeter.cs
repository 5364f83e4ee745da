using System.Diagnostics;

namespace LiveLandmarks.Cli;

/// <summary>Frame rate and latency of the shown frames, averaged over about a second.</summary>
internal sealed class RateMeter
{
    private const double Span = 1;

    private long last = Stopwatch.GetTimestamp();
    private double interval, latency;

    /// <summary>Adds a frame that is shown now.</summary>
    /// <param name="age">Time since the frame was captured.</param>
    public void Add(TimeSpan age)
    {
        var elapsed = Stopwatch.GetElapsedTime(last).TotalSeconds;
        last = Stopwatch.GetTimestamp();
        if (interval == 0)
            (interval, latency) = (elapsed, age.TotalSeconds);
        var share = Math.Min(1, elapsed / Span);
        interval += share * (elapsed - interval);
        latency += share * (age.TotalSeconds - latency);
    }

    /// <summary>Frame rate and latency as text, in plain ASCII.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{(interval > 0 ? 1 / interval : 0):0} fps  {1000 * latency:0} ms");
}

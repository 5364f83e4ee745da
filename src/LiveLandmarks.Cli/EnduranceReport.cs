using System.Diagnostics;

namespace LiveLandmarks.Cli;

/// <summary>Measures the process's memory and handles minute by minute, and whether they grow.</summary>
internal sealed class EnduranceReport
{
    // By then code is fully compiled and every buffer has seen its largest picture. Short runs use a fifth of their length.
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromMinutes(5);

    private static readonly (string Name, Func<Sample, double> Of)[] Trends =
    [
        ("managed memory", sample => sample.ManagedMiB),
        ("resident memory", sample => sample.ResidentMiB),
        ("private memory", sample => sample.PrivateMiB),
        ("open handles", sample => sample.Handles),
    ];

    private readonly List<Sample> samples = [];

    /// <summary>Measures and prints a line.</summary>
    /// <param name="elapsed">Time since the start.</param>
    /// <param name="frames">Number of frames processed since the start.</param>
    public void Measure(TimeSpan elapsed, long frames)
    {
        // Garbage is not growth: without this collection, the figures would depend on when the last one happened.
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var sample = new Sample(
            elapsed, frames, MiB(GC.GetTotalMemory(forceFullCollection: false)), MiB(process.WorkingSet64),
            MiB(process.PrivateMemorySize64), process.HandleCount);
        samples.Add(sample);
        Line($"{elapsed.TotalMinutes,6:0.0} min {frames,8} frames  managed {sample.ManagedMiB:0.00} MiB  resident " +
            $"{sample.ResidentMiB:0.0} MiB  private {sample.PrivateMiB:0.0} MiB  handles {sample.Handles}");
    }

    /// <summary>Prints the growth of each figure per hour, by least squares over the time after a warm-up.</summary>
    public void Print()
    {
        var end = samples[^1].Elapsed;
        var warmUp = end / 5 < LongestWarmUp ? end / 5 : LongestWarmUp;
        Sample[] settled = [.. samples.Where(sample => sample.Elapsed >= warmUp)];
        Line($"growth per hour, after {warmUp.TotalMinutes:0.0} of {end.TotalMinutes:0.0} minutes:");
        foreach (var (name, of) in Trends)
        {
            var slope = LinearTrend.Slope([.. settled.Select(sample => (sample.Elapsed.TotalHours, of(sample)))]);
            Line($"  {name,-16} {slope:+0.00;-0.00;0.00}{(name == "open handles" ? "" : " MiB")}");
        }
    }

    private static double MiB(long bytes) => bytes / 1048576.0;

    private static void Line(string text) => Console.Out.WriteLine(text);

    private sealed record Sample(TimeSpan Elapsed, long Frames, double ManagedMiB, double ResidentMiB, double PrivateMiB, int Handles);
}

/// <summary>Fits a straight line through measured values by least squares.</summary>
internal static class LinearTrend
{
    /// <summary>How much the values rise per unit of time; NaN for fewer than two samples.</summary>
    /// <param name="samples">Times and values in any order.</param>
    public static double Slope(IReadOnlyCollection<(double Time, double Value)> samples)
    {
        if (samples.Count < 2)
            return double.NaN;
        var (meanTime, meanValue) = (samples.Average(sample => sample.Time), samples.Average(sample => sample.Value));
        var along = samples.Sum(sample => (sample.Time - meanTime) * (sample.Value - meanValue));
        return along / samples.Sum(sample => (sample.Time - meanTime) * (sample.Time - meanTime));
    }
}

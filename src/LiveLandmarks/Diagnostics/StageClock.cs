using System.Diagnostics;

namespace LiveLandmarks.Diagnostics;

/// <summary>
/// Adds up the time that each stage takes. A measurement costs two reads of the system clock and allocates nothing. Used by one thread at a
/// time.
/// </summary>
/// <param name="metrics">Receives each measurement; null for <see cref="PipelineMetrics.Default"/>.</param>
public sealed class StageClock(PipelineMetrics? metrics = null)
{
    private readonly PipelineMetrics metrics = metrics ?? PipelineMetrics.Default;
    private readonly long[] ticks = new long[Enum.GetValues<Stage>().Length];

    /// <summary>A shared clock whose readings are not used, for callers that do not measure time.</summary>
    internal static StageClock Ignored { get; } = new();

    /// <summary>Time spent in a stage since the last <see cref="Reset"/>.</summary>
    /// <param name="stage">The stage.</param>
    public TimeSpan this[Stage stage] => Stopwatch.GetElapsedTime(0, ticks[(int)stage]);

    /// <summary>Times a stage until the returned value is disposed.</summary>
    /// <param name="stage">The stage.</param>
    public Measurement Time(Stage stage) => new(this, stage, Stopwatch.GetTimestamp());

    /// <summary>Sets all stages to zero, for the next frame.</summary>
    public void Reset() => Array.Clear(ticks);

    /// <summary>A running measurement; disposing it adds the time since its start to the clock.</summary>
    public readonly struct Measurement : IDisposable
    {
        private readonly StageClock clock;
        private readonly Stage stage;
        private readonly long start;

        internal Measurement(StageClock clock, Stage stage, long start)
        {
            this.clock = clock;
            this.stage = stage;
            this.start = start;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            var elapsed = Stopwatch.GetTimestamp() - start;
            clock.ticks[(int)stage] += elapsed;
            clock.metrics.StageTook(stage, Stopwatch.GetElapsedTime(0, elapsed));
        }
    }
}

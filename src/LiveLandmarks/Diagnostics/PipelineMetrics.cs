using System.Diagnostics.Metrics;

namespace LiveLandmarks.Diagnostics;

/// <summary>
/// Counters and measurements of the pipeline, for any collector of <c>System.Diagnostics.Metrics</c> (OpenTelemetry,
/// <c>dotnet-counters</c>): the meter <see cref="MeterName"/>. Without a listener, the cost is one comparison.
/// </summary>
public sealed class PipelineMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "LiveLandmarks";

    // Created once, so that a measurement allocates nothing.
    private static readonly KeyValuePair<string, object?>[] Stages =
        [.. Enum.GetNames<Stage>().Select(name => new KeyValuePair<string, object?>("stage", name.ToLowerInvariant()))];

    private static readonly KeyValuePair<string, object?> Overflowed = new("reason", "overflow");

    private readonly Counter<long> captured, processed, dropped, reconnects;
    private readonly Gauge<int> faces;
    private readonly Histogram<double> durations;

    /// <summary>Creates the instruments in a host's meter.</summary>
    /// <param name="meters">The host's meter factory, which disposes the meter.</param>
    public PipelineMetrics(IMeterFactory meters)
        : this(meters.Create(MeterName))
    {
    }

    private PipelineMetrics(Meter meter)
    {
        captured = meter.CreateCounter<long>("livelandmarks.frames.captured", "{frame}", "Frames read from a source.");
        processed = meter.CreateCounter<long>("livelandmarks.frames.processed", "{frame}", "Frames searched for faces.");
        dropped = meter.CreateCounter<long>("livelandmarks.frames.dropped", "{frame}", "Frames that were not processed, by reason.");
        reconnects = meter.CreateCounter<long>(
            "livelandmarks.source.reconnects", "{reconnect}", "Number of times that a lost camera or stream came back.");
        faces = meter.CreateGauge<int>("livelandmarks.faces", "{face}", "Faces in the last frame.");
        durations = meter.CreateHistogram<double>("livelandmarks.stage.duration", "s", "Time spent in a stage, by stage.");
    }

    /// <summary>The metrics of the process, used unless a host provides its own meters.</summary>
    public static PipelineMetrics Default { get; } = new(new Meter(MeterName));

    internal void FrameCaptured() => captured.Add(1);

    internal void FrameDropped() => dropped.Add(1, Overflowed);

    internal void SourceReconnected() => reconnects.Add(1);

    internal void FrameProcessed(int count)
    {
        processed.Add(1);
        faces.Record(count);
    }

    internal void StageTook(Stage stage, TimeSpan time)
    {
        if (durations.Enabled)
            durations.Record(time.TotalSeconds, Stages[(int)stage]);
    }
}

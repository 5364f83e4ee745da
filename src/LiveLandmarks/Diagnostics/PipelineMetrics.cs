using System.Diagnostics.Metrics;

namespace LiveLandmarks.Diagnostics;

/// <summary>
/// What the pipeline counts and measures, for any collector of <c>System.Diagnostics.Metrics</c> (OpenTelemetry, <c>dotnet-counters</c>):
/// the meter <see cref="MeterName"/>. While nobody listens it costs a comparison.
/// </summary>
public static class PipelineMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "LiveLandmarks";

    private static readonly Meter Meter = new(MeterName);

    // Made once, so that a measurement leaves no garbage.
    private static readonly KeyValuePair<string, object?>[] Stages =
        [.. Enum.GetNames<Stage>().Select(name => new KeyValuePair<string, object?>("stage", name.ToLowerInvariant()))];

    private static readonly KeyValuePair<string, object?> Overflowed = new("reason", "overflow");

    private static readonly Counter<long> Captured = Meter.CreateCounter<long>("livelandmarks.frames.captured", "{frame}", "Frames read from a source.");
    private static readonly Counter<long> Processed = Meter.CreateCounter<long>("livelandmarks.frames.processed", "{frame}", "Frames whose faces were looked for.");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>("livelandmarks.frames.dropped", "{frame}", "Frames that were not worked on, by reason.");
    private static readonly Counter<long> Reconnects = Meter.CreateCounter<long>("livelandmarks.source.reconnects", "{reconnect}", "Times that a lost camera or stream came back.");
    private static readonly Gauge<int> Faces = Meter.CreateGauge<int>("livelandmarks.faces", "{face}", "Faces in the last frame.");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("livelandmarks.stage.duration", "s", "Time spent in a stage, by stage.");

    internal static void FrameCaptured() => Captured.Add(1);

    internal static void FrameDropped() => Dropped.Add(1, Overflowed);

    internal static void SourceReconnected() => Reconnects.Add(1);

    internal static void FrameProcessed(int faces)
    {
        Processed.Add(1);
        Faces.Record(faces);
    }

    internal static void StageTook(Stage stage, TimeSpan time)
    {
        if (Durations.Enabled)
            Durations.Record(time.TotalSeconds, Stages[(int)stage]);
    }
}

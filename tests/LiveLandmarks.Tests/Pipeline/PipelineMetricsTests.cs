using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Streams;
using LiveLandmarks.Tests.Capture;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>Other tests run in parallel and add to the counts, so the tests check lower bounds.</summary>
public sealed class PipelineMetricsTests : IDisposable
{
    private readonly ConcurrentDictionary<string, double> sums = new();
    private readonly MeterListener listener = new();

    public PipelineMetricsTests()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == PipelineMetrics.MeterName)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public void Frames_faces_and_the_time_of_every_stage_are_measured()
    {
        using var tracker = new FaceTracker(Networks.Locator());
        using var image = Networks.Astronaut();
        tracker.Process(image, TimeSpan.Zero);
        tracker.Process(image, TimeSpan.FromSeconds(0.1));
        Assert.InRange(sums["livelandmarks.frames.processed"], 2, double.MaxValue);
        Assert.InRange(sums["livelandmarks.faces"], 2, double.MaxValue);
        foreach (var stage in new[] { "detect", "crop", "network", "decode", "track" })
            Assert.InRange(sums[$"livelandmarks.stage.duration stage={stage}"], 1e-9, 100);
    }

    [Fact]
    public async Task Dropped_frames_are_counted_with_the_reason()
    {
        var feed = new FrameFeed(() => new ScriptedReader(50));
        await feed.HandOff(Overflow.DropOldest, capacity: 1).Do(_ => Thread.Sleep(5)).LastAsync();
        Assert.InRange(sums["livelandmarks.frames.captured"], 50, double.MaxValue);
        Assert.InRange(sums["livelandmarks.frames.dropped reason=overflow"], 1, double.MaxValue);
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var (key, text) in tags)
            name += $" {key}={text}";
        sums.AddOrUpdate(name, value, (_, sum) => sum + value);
    }
}

using System.Diagnostics.Metrics;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Hosting;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Tests.Hosting;

public class LiveLandmarksServicesTests
{
    private readonly ServiceCollection services = new();

    [Fact]
    public void A_stream_has_a_tracker_of_its_own_which_outlives_the_host()
    {
        using var image = Networks.Astronaut();
        FaceTracker tracker;
        using (var host = services.AddLiveLandmarks(Configure).BuildServiceProvider())
        {
            var factory = host.GetRequiredService<FaceTrackerFactory>();
            tracker = factory.Create();
            using var other = factory.Create();
            Assert.NotSame(tracker, other);
        }
        using (tracker)
            Assert.Single(tracker.Process(image, TimeSpan.Zero));
    }

    [Fact]
    public void An_application_may_bring_its_own_detector_which_its_tracker_disposes()
    {
        var detector = new NoFaces();
        using var host = services.AddSingleton(detector)
            .AddLiveLandmarks(Configure)
            .Configure<LiveLandmarksOptions>(options => options.Detector = provider => provider.GetRequiredService<NoFaces>())
            .BuildServiceProvider();
        using var image = Networks.Astronaut();
        using (var tracker = host.GetRequiredService<FaceTrackerFactory>().Create())
            Assert.Empty(tracker.Process(image, TimeSpan.Zero));
        Assert.True(detector.IsDisposed);
    }

    [Fact]
    public void Trackers_log_to_the_logger_of_the_host()
    {
        using var log = new CollectedLog(LogLevel.Debug);
        using var host = services.AddSingleton<ILoggerFactory>(log).AddLiveLandmarks(Configure).BuildServiceProvider();
        using var image = Networks.Astronaut();
        using (var tracker = host.GetRequiredService<FaceTrackerFactory>().Create())
            tracker.Process(image, TimeSpan.Zero);
        Assert.Equal(
            ["Information LiveLandmarks.Detection.HeatmapFaceDetector", "Information LiveLandmarks.Landmarks.LandmarkNetwork",
                "Debug LiveLandmarks.FaceTracker"],
            log.Lines.Select(line => $"{line.Level} {line.Category}"));
        Assert.EndsWith("runs on Cpu", log.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Trackers_record_metrics_in_the_meters_of_the_host()
    {
        using var host = services.AddMetrics().AddLiveLandmarks(Configure).BuildServiceProvider();
        var meters = host.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        var processed = 0L;
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument is { Name: "livelandmarks.frames.processed", Meter.Scope: { } scope } && scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => processed += value);
        listener.Start();
        using var image = Networks.Astronaut();
        using (var tracker = host.GetRequiredService<FaceTrackerFactory>().Create())
            tracker.Process(image, TimeSpan.Zero);
        Assert.Equal(1, processed);
        Assert.NotSame(PipelineMetrics.Default, host.GetRequiredService<PipelineMetrics>());
    }

    [Fact]
    public void Options_come_from_the_configuration()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Faces:Models:Landmarks"] = "ibug68-standard",
            ["Faces:Inference:Threads"] = "1",
            ["Faces:Inference:Device"] = "Cpu",
            ["Faces:Tracking:MaxFaces"] = "2",
            ["Faces:Tracking:Memory"] = "00:00:03",
            ["Faces:Tracking:Smoothing:Motion:Beta"] = "17",
        }).Build();
        using var host = services.Configure<LiveLandmarksOptions>(settings.GetSection("Faces")).AddLiveLandmarks().BuildServiceProvider();
        var options = host.GetRequiredService<IOptions<LiveLandmarksOptions>>().Value;
        Assert.Equal(new ModelChoice { Landmarks = "ibug68-standard" }, options.Models);
        Assert.Equal(new InferenceOptions { Threads = 1, Device = ExecutionDevice.Cpu }, options.Inference);
        Assert.Equal((2, TimeSpan.FromSeconds(3), 17f),
            (options.Tracking.MaxFaces, options.Tracking.Memory, options.Tracking.Smoothing?.Motion.Beta));
    }

    [Fact]
    public void An_option_out_of_range_is_named_in_the_error()
    {
        using var host = services.AddLiveLandmarks(options => options.Tracking = options.Tracking with { MaxFaces = 0 })
            .BuildServiceProvider();
        var thrown = Assert.Throws<OptionsValidationException>(() => host.GetRequiredService<FaceTrackerFactory>().Create());
        Assert.StartsWith("LiveLandmarks: MaxFaces", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_models_are_named_in_the_error_when_a_tracker_is_created()
    {
        using var host = services.AddLiveLandmarks(options => options.Models = new ModelChoice { Folder = "nowhere" })
            .BuildServiceProvider();
        Assert.Contains("nowhere", Assert.Throws<ModelException>(() => host.GetRequiredService<FaceTrackerFactory>().Create()).Message,
            StringComparison.Ordinal);
    }

    private static void Configure(LiveLandmarksOptions options) =>
        (options.Models, options.Inference) = (new ModelChoice { Folder = Repository.Models }, Networks.OneThread);

    private sealed class NoFaces : IFaceDetector
    {
        public bool IsDisposed { get; private set; }

        public IReadOnlyList<FaceBox> Detect(Mat image) => [];

        public void Dispose() => IsDisposed = true;
    }
}

using LiveLandmarks.Hosting;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Tests.Hosting;

public class LiveLandmarksServicesTests
{
    private static readonly LiveLandmarksOptions Options = new() { ModelsFolder = Repository.Models, Inference = Networks.OneThread };

    [Fact]
    public void A_host_gets_a_tracker_of_its_own_for_every_stream()
    {
        using var services = new ServiceCollection().AddLiveLandmarks(Options).BuildServiceProvider();
        using var image = Networks.Astronaut();
        FaceTracker tracker;
        using (var scope = services.CreateScope())
        {
            tracker = scope.ServiceProvider.GetRequiredService<FaceTracker>();
            Assert.NotSame(tracker, scope.ServiceProvider.GetRequiredService<FaceTracker>());
            Assert.Single(tracker.Process(image, TimeSpan.Zero));
        }
        Assert.Throws<ObjectDisposedException>(() => tracker.Process(image, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void An_application_may_bring_its_own_detector()
    {
        using var detector = new NoFaces();
        using var services = new ServiceCollection().AddSingleton<IFaceDetector>(detector).AddLiveLandmarks(Options).BuildServiceProvider();
        using var image = Networks.Astronaut();
        using (var scope = services.CreateScope())
            Assert.Empty(scope.ServiceProvider.GetRequiredService<FaceTracker>().Process(image, TimeSpan.Zero));
        Assert.False(detector.IsDisposed);
    }

    [Fact]
    public void Where_the_host_logs_the_services_do()
    {
        using var log = new CollectedLog(LogLevel.Debug);
        using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(log).AddLiveLandmarks(Options).BuildServiceProvider();
        using var image = Networks.Astronaut();
        using (var scope = services.CreateScope())
            scope.ServiceProvider.GetRequiredService<FaceTracker>().Process(image, TimeSpan.Zero);
        Assert.Equal(
            ["Information LiveLandmarks.Detection.HeatmapFaceDetector", "Information LiveLandmarks.Landmarks.LandmarkNetwork", "Debug LiveLandmarks.Tracking.FaceTracker"],
            log.Lines.Select(line => $"{line.Level} {line.Category}"));
        Assert.EndsWith("runs on Cpu", log.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_are_missing_are_named_when_they_are_asked_for()
    {
        using var services = new ServiceCollection().AddLiveLandmarks(Options with { ModelsFolder = "nowhere" }).BuildServiceProvider();
        Assert.Contains("nowhere", Assert.Throws<ModelException>(() => services.GetRequiredService<FaceTracker>()).Message, StringComparison.Ordinal);
    }

    private sealed class NoFaces : IFaceDetector
    {
        public bool IsDisposed { get; private set; }

        public IReadOnlyList<FaceBox> Detect(Mat image) => [];

        public void Dispose() => IsDisposed = true;
    }
}

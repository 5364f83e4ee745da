using BenchmarkDotNet.Attributes;
using LiveLandmarks.Detection;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Rendering;
using LiveLandmarks.Tests;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Benchmarks;

/// <summary>A whole frame of the tracker, and what is done with its faces.</summary>
public class OutputBenchmarks
{
    private readonly LandmarkRenderer renderer = new();
    private FaceTracker tracker = null!;
    private IReadOnlyList<TrackedFace> faces = [];
    private Mat image = null!;
    private TimeSpan time;

    [GlobalSetup]
    public void Open()
    {
        var models = ModelCatalog.Open(Repository.Models);
        var options = new InferenceOptions { Device = ExecutionDevice.Cpu };
        image = Cv2.ImRead(Repository.Media("astronaut.png"));
        tracker = new FaceTracker(new FaceLocator(
            new HeatmapFaceDetector(models.Load(ModelKind.Detector), options),
            new LandmarkNetwork(models.Load(ModelKind.Landmarks), options)));
        faces = Track();
    }

    [GlobalCleanup]
    public void Close()
    {
        image.Dispose();
        tracker.Dispose();
        renderer.Dispose();
    }

    [Benchmark]
    public IReadOnlyList<TrackedFace> Track() => tracker.Process(image, time += TimeSpan.FromMilliseconds(33));

    [Benchmark]
    public void Draw() => renderer.Draw(image, faces);
}

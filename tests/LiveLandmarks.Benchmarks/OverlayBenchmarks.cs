using BenchmarkDotNet.Attributes;
using LiveLandmarks.Capture;
using LiveLandmarks.Detection;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests;
using OpenCvSharp;

namespace LiveLandmarks.Benchmarks;

/// <summary>The overlays on the first frame of a clip with one face, 640 × 480.</summary>
public class OverlayBenchmarks
{
    private readonly Mat image = new();
    private readonly Mat canvas = new();
    private readonly LandmarksOverlay landmarks = new() { Edges = false };
    private readonly SunglassesOverlay sunglasses = new();
    private readonly MeshOverlay mesh = new();
    private readonly HatOverlay hat = new();
    private readonly MaskOverlay mask = new();
    private readonly MakeUpOverlay makeUp = new();
    private OverlayFrame frame = null!;

    [GlobalSetup]
    public void Open()
    {
        using var reader = VideoReader.OpenFile(Repository.Media("collins.mp4"));
        reader.Read(image, out var time);
        image.CopyTo(canvas);
        var models = ModelCatalog.Open(Repository.Models);
        var options = new InferenceOptions { Device = ExecutionDevice.Cpu };
        using var tracker = new FaceTracker(new FaceLocator(
            new HeatmapFaceDetector(models.Load(ModelKind.Detector), options),
            new LandmarkNetwork(models.Load(ModelKind.Landmarks), options)));
        frame = new OverlayFrame(
            image, canvas, tracker.Process(image, time), CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows), 0, time);
        foreach (var overlay in (IOverlay[])[landmarks, sunglasses, mesh, hat, mask, makeUp])
            overlay.Start(new OverlayContext(Repository.Root, Repository.Root));
    }

    [GlobalCleanup]
    public void Close()
    {
        image.Dispose();
        canvas.Dispose();
        makeUp.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void DotsAndSunglasses()
    {
        landmarks.Draw(frame);
        sunglasses.Draw(frame);
    }

    [Benchmark]
    public void Mesh() => mesh.Draw(frame);

    [Benchmark]
    public void Hat() => hat.Draw(frame);

    [Benchmark]
    public void Mask() => mask.Draw(frame);

    [Benchmark]
    public void MakeUp() => makeUp.Draw(frame);
}

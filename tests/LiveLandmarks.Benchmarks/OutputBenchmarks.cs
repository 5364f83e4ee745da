using BenchmarkDotNet.Attributes;
using LiveLandmarks.Capture;
using LiveLandmarks.Detection;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests;
using OpenCvSharp;

namespace LiveLandmarks.Benchmarks;

/// <summary>A whole frame of the tracker, and drawing, sending and writing its faces.</summary>
public class OutputBenchmarks
{
    private readonly LandmarkRenderer renderer = new();
    private FaceTracker tracker = null!;
    private readonly FramePool pool = new();
    private readonly ITrackedFrameSink openSeeFace = Receiver.OpenSeeFace().Open();
    private readonly ITrackedFrameSink vmc = Receiver.Vmc().Open();
    private readonly ITrackedFrameSink iFacialMocap = Receiver.IFacialMocap().Open();
    private readonly ITrackedFrameSink liveLink = Receiver.LiveLink().Open();
    private readonly ITrackedFrameSink opentrack = Receiver.Opentrack().Open();
    private readonly OpenFaceCsvWriter csv = OpenFaceCsvWriter.Open(OperatingSystem.IsWindows() ? "NUL" : "/dev/null");
    private TrackedFrame tracked = null!;
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
        var frame = pool.Lease();
        image.CopyTo(frame.Image);
        tracked = new TrackedFrame(frame, faces);
    }

    [GlobalCleanup]
    public void Close()
    {
        image.Dispose();
        tracker.Dispose();
        tracked.Dispose();
        pool.Dispose();
        openSeeFace.Dispose();
        vmc.Dispose();
        iFacialMocap.Dispose();
        liveLink.Dispose();
        opentrack.Dispose();
        csv.Dispose();
    }

    [Benchmark]
    public IReadOnlyList<TrackedFace> Track() => tracker.Process(image, time += TimeSpan.FromMilliseconds(33));

    [Benchmark]
    public void Draw() => renderer.Draw(image, faces);

    [Benchmark]
    public void SendOpenSeeFace() => openSeeFace.Write(tracked);

    [Benchmark]
    public void SendVmc() => vmc.Write(tracked);

    [Benchmark]
    public void SendIFacialMocap() => iFacialMocap.Write(tracked);

    [Benchmark]
    public void SendLiveLink() => liveLink.Write(tracked);

    [Benchmark]
    public void SendOpentrack() => opentrack.Write(tracked);

    [Benchmark]
    public void WriteCsv() => csv.Write(tracked);
}

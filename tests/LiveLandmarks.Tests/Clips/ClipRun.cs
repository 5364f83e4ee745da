using LiveLandmarks.Capture;
using LiveLandmarks.Detection;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Clips;

/// <summary>Tracks a clip from start to end.</summary>
internal static class ClipRun
{
    public static FaceTracker OpenTracker(TrackingOptions? options = null)
    {
        var catalog = ModelCatalog.Open(Repository.Models);
        var network = new LandmarkNetwork(catalog.Load(ModelKind.Landmarks));
        var detector = new HeatmapFaceDetector(catalog.Load(ModelKind.Detector));
        return new FaceTracker(new FaceLocator(detector, network), options);
    }

    public static List<IReadOnlyList<TrackedFace>> Track(string path)
    {
        using var tracker = OpenTracker();
        using var reader = VideoReader.OpenFile(path);
        using var image = new Mat();
        List<IReadOnlyList<TrackedFace>> frames = [];
        while (reader.Read(image, out var time))
            frames.Add(tracker.Process(image, time));
        return frames;
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Clips;

/// <summary>Tracks a clip from start to end.</summary>
internal static class ClipRun
{
    public static FaceTracker OpenTracker(TrackingOptions? options = null) => FaceTracker.Create(new FaceTrackerOptions
    {
        Models = new ModelChoice { Folder = Repository.Models },
        Tracking = options ?? new TrackingOptions(),
    });

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

using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Pipeline;

/// <summary>The operator from frames to faces.</summary>
public static class FrameStreams
{
    /// <summary>Finds the faces of every frame, on the thread that delivers it.</summary>
    /// <param name="source">Frames of one stream.</param>
    /// <param name="tracker">Follows the faces; not disposed here, and for one subscription at a time.</param>
    public static IObservable<TrackedFrame> TrackFaces(this IObservable<Frame> source, FaceTracker tracker) =>
        source.Select(frame => new TrackedFrame(frame, tracker.Process(frame.Image, frame.Timestamp))
        {
            Camera = tracker.CameraFor(frame.Image),
            Candidates = tracker.Candidates,
        });
}

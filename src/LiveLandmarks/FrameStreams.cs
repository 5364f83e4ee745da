using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks;

/// <summary>Rx operators from frames to faces.</summary>
public static class FrameStreams
{
    /// <summary>Finds the faces in every frame, on the thread that delivers it.</summary>
    /// <param name="source">Frames of one stream, each valid until <c>OnNext</c> returns.</param>
    /// <param name="tracker">Tracks the faces; not disposed here, and used by one subscription at a time.</param>
    /// <returns>The same frames with their faces, each valid until <c>OnNext</c> returns.</returns>
    public static IObservable<TrackedFrame> TrackFaces(this IObservable<Frame> source, FaceTracker tracker) =>
        source.Select(frame => new TrackedFrame(frame, tracker.Process(frame.Image, frame.Timestamp))
        {
            Camera = tracker.CameraFor(frame.Image),
            Candidates = tracker.Candidates,
        });

    /// <summary>Results with faces but without pixels, which may be kept.</summary>
    /// <param name="source">Frames of one stream with their faces, each valid until <c>OnNext</c> returns.</param>
    public static IObservable<FaceResult> WithoutPixels(this IObservable<TrackedFrame> source) => Observable.Defer(() =>
    {
        var next = 0L;
        return source.Select(tracked =>
        {
            var frame = tracked.Frame;
            var dropped = Math.Max(0, frame.Number - next);
            next = frame.Number + 1;
            return new FaceResult(frame.Number, frame.Timestamp, frame.Image.Cols, frame.Image.Rows, tracked.Faces,
                tracked.Camera, dropped);
        });
    });
}

using LiveLandmarks.Capture;
using LiveLandmarks.Streams;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks;

/// <summary>A camera, network stream or file. Every subscription to its streams opens it again and reads it on its own thread.</summary>
public sealed class FrameSource
{
    private readonly string source;
    private readonly CaptureOptions options;
    private readonly ILogger? logger;

    internal FrameSource(string source, CaptureOptions options, ILogger? logger) =>
        (this.source, this.options, this.logger) = (source, options, logger);

    /// <summary>What happens when frames arrive faster than they are processed.</summary>
    public Overflow Overflow =>
        options.Overflow ?? (!options.RealTime && (File.Exists(source) || Directory.Exists(source)) ? Overflow.Wait : Overflow.DropOldest);

    /// <summary>Finds the faces in every frame. Capture and tracking each have a thread; results arrive on the tracking thread.</summary>
    /// <param name="tracker">Tracks the faces; not disposed here, and used by one subscription at a time.</param>
    /// <returns>
    /// One result per frame, which may be kept. Any failure ends the stream with <c>OnError</c>; a source that cannot be opened or breaks
    /// off gives an <see cref="InputException"/>. Disposing the subscription waits for the <c>OnNext</c> in progress.
    /// </returns>
    public IObservable<FaceResult> TrackFaces(FaceTracker tracker) =>
        LendFrames().HandOff(Overflow, capacity: 1).TrackFaces(tracker).WithoutPixels();

    /// <summary>The frames with their pixels, not copied. A frame is valid until <c>OnNext</c> returns; use <see cref="Frame.Retain"/> to
    /// keep it longer.</summary>
    public IObservable<Frame> LendFrames() => FrameFeed.From(source, options, logger);
}

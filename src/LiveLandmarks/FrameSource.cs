using LiveLandmarks.Capture;
using LiveLandmarks.Streams;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks;

/// <summary>A camera, network stream or file. Every subscription to its streams opens it anew and reads it on a thread of its
/// own.</summary>
public sealed class FrameSource
{
    private readonly string source;
    private readonly CaptureOptions options;
    private readonly ILogger? logger;

    internal FrameSource(string source, CaptureOptions options, ILogger? logger) =>
        (this.source, this.options, this.logger) = (source, options, logger);

    /// <summary>What happens when frames come faster than they are worked on.</summary>
    public Overflow Overflow =>
        options.Overflow ?? (!options.RealTime && (File.Exists(source) || Directory.Exists(source)) ? Overflow.Wait : Overflow.DropOldest);

    /// <summary>Finds the faces of every frame. Capture and faces have a thread each; results arrive on the faces' thread.</summary>
    /// <param name="tracker">Follows the faces; not disposed here, and for one subscription at a time.</param>
    /// <returns>
    /// One result a frame, which may be kept. Whatever goes wrong ends the stream with <c>OnError</c>, a source that cannot be opened or
    /// breaks off with an <see cref="InputException"/>. Disposing the subscription waits for the <c>OnNext</c> in flight.
    /// </returns>
    public IObservable<FaceResult> TrackFaces(FaceTracker tracker) =>
        LendFrames().HandOff(Overflow, capacity: 1).TrackFaces(tracker).WithoutPixels();

    /// <summary>The frames with their pixels, without a copy: each is lent until <c>OnNext</c> returns, and kept longer by
    /// <see cref="Frame.Retain"/>.</summary>
    public IObservable<Frame> LendFrames() => FrameFeed.From(source, options, logger);
}

using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays.Hosting;
using LiveLandmarks.Rendering;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks.Pipeline;

/// <summary>The operators from frames to results.</summary>
public static class FrameStreams
{
    /// <summary>Ends the stream in good order when a token is cancelled: what is under way is finished, outputs are closed.</summary>
    /// <param name="source">Any stream.</param>
    /// <param name="cancellation">Cancelled to stop.</param>
    public static IObservable<T> StopOn<T>(this IObservable<T> source, CancellationToken cancellation) => source.TakeUntil(
        Observable.Create<Unit>(observer =>
        {
            var registration = cancellation.Register(() => Tell(observer));
            // Its own disposal waits for the call in flight, which may be what ends the stream just now.
            return Disposable.Create(() => registration.Unregister());
        }));

    /// <summary>Puts what follows onto a thread of its own, with a queue before it.</summary>
    /// <param name="source">Lent items; each is retained while it waits and while it is worked on.</param>
    /// <param name="overflow">What happens when the queue is full.</param>
    /// <param name="capacity">Longest queue, at least 1.</param>
    /// <param name="dropped">Called with each dropped item, just before it is disposed.</param>
    public static IObservable<T> HandOff<T>(this IObservable<T> source, Overflow overflow, int capacity = 2, Action<T>? dropped = null)
        where T : class, IRetainable
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return new HandOff<T>(source, overflow, capacity, dropped);
    }

    /// <summary>Finds the faces of every frame, on the thread that delivers it.</summary>
    /// <param name="source">Frames of one stream.</param>
    /// <param name="tracker">Follows the faces; not disposed here, and for one subscription at a time.</param>
    public static IObservable<TrackedFrame> TrackFaces(this IObservable<Frame> source, FaceTracker tracker) =>
        source.Select(frame => new TrackedFrame(frame, tracker.Process(frame.Image, frame.Timestamp))
        {
            Camera = tracker.CameraFor(frame.Image),
            Candidates = tracker.Candidates,
        });

    /// <summary>Delays the frames, so that a face is among the candidates of frames in which it was not found yet; see <see cref="TrackedFrame.Candidates"/>.</summary>
    /// <param name="source">Frames of a watchful tracker; each is retained while it waits. What waits when the stream ends is still delivered.</param>
    /// <param name="frames">By how many frames, at least 1.</param>
    public static IObservable<TrackedFrame> LookAhead(this IObservable<TrackedFrame> source, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return new LookAheadStream(source, frames);
    }

    /// <summary>Draws the faces onto a copy of every frame.</summary>
    /// <param name="source">Tracked frames; they stay as they are.</param>
    /// <param name="options">What to draw; null for the defaults.</param>
    public static IObservable<TrackedFrame> Render(this IObservable<TrackedFrame> source, RenderOptions? options = null)
    {
        var renderer = new LandmarkRenderer(options);
        return source.DrawOnCopies((tracked, copy) => renderer.Draw(copy, tracked.Faces));
    }

    /// <summary>Lets overlays draw onto a copy of every frame.</summary>
    /// <param name="source">Tracked frames; they stay as they are.</param>
    /// <param name="overlays">The overlays; not disposed here, and for one subscription at a time.</param>
    public static IObservable<TrackedFrame> DrawOverlays(this IObservable<TrackedFrame> source, OverlayChain overlays) => source.DrawOnCopies(overlays.Draw);

    /// <summary>Writes the frames to a video file, which is complete when the stream ends, for whatever reason.</summary>
    /// <param name="source">Frames of one size.</param>
    /// <param name="path">The file, <c>.mp4</c>.</param>
    /// <param name="framesPerSecond">Nominal frame rate of the file; every frame is at its own time.</param>
    /// <param name="soundOf">The video that the frames are of, whose sound goes with them; null for none.</param>
    /// <param name="logger">Told when the recording begins and when it is complete; null for nobody.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> RecordTo(this IObservable<TrackedFrame> source, string path, double framesPerSecond, string? soundOf = null, ILogger? logger = null) =>
        source.WriteTo(() => new VideoRecorder(path, framesPerSecond, soundOf, logger), (recorder, tracked) => recorder.Write(tracked.Frame.Image, tracked.Frame.Timestamp));

    /// <summary>Writes one JSON object a frame; see <see cref="JsonLinesWriter"/>.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="path">The file; <c>-</c> for the standard output.</param>
    /// <param name="logger">Told how many lines were written; null for nobody.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> WriteJsonLines(this IObservable<TrackedFrame> source, string path, ILogger? logger = null) =>
        source.SendTo(() => JsonLinesWriter.Open(path, logger));

    /// <summary>Writes a row a face in OpenFace's columns; see <see cref="OpenFaceCsvWriter"/>.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="path">The file; <c>-</c> for the standard output.</param>
    /// <param name="logger">Told how many lines were written; null for nobody.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> WriteCsv(this IObservable<TrackedFrame> source, string path, ILogger? logger = null) =>
        source.SendTo(() => OpenFaceCsvWriter.Open(path, logger));

    /// <summary>Sends the faces of every frame to another program, at the pace of the stream. A receiver that does not listen makes no difference.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="receiver">The program, such as <c>Receiver.Vmc()</c>.</param>
    /// <param name="log">Told when nothing can be sent.</param>
    /// <returns>The same stream; a host that does not exist ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> SendTo(this IObservable<TrackedFrame> source, Receiver receiver, ILogger? log = null) =>
        source.SendTo(() => receiver.Open(log));

    /// <summary>Hands every frame to an output of any kind, which is opened on subscription and closed when the stream ends, for whatever reason.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="open">Opens the output.</param>
    /// <returns>The same stream; a failure of the output ends it.</returns>
    public static IObservable<TrackedFrame> SendTo(this IObservable<TrackedFrame> source, Func<ITrackedFrameSink> open) =>
        source.WriteTo(open, (sink, tracked) => sink.Write(tracked));

    /// <summary>The token may be cancelled by a timer, whose thread an exception would end the process on.</summary>
    private static void Tell(IObserver<Unit> observer)
    {
        try
        {
            observer.OnNext(Unit.Default);
        }
#pragma warning disable CA1031 // Whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            UnhandledErrors.Report(e);
        }
    }

    private static IObservable<TrackedFrame> DrawOnCopies(this IObservable<TrackedFrame> source, Action<TrackedFrame, Mat> draw) =>
        Observable.Using(() => new FramePool(), pool => Observable.Create<TrackedFrame>(observer => source.Subscribe(
            tracked =>
            {
                using var copy = pool.Lease();
                try
                {
                    tracked.Frame.Image.CopyTo(copy.Image);
                    draw(tracked, copy.Image);
                }
#pragma warning disable CA1031 // Whatever it is: it belongs to the observer, and not to the thread that delivers.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    observer.OnError(e);
                    return;
                }
                (copy.Number, copy.Timestamp, copy.ReadAt) = (tracked.Frame.Number, tracked.Frame.Timestamp, tracked.Frame.ReadAt);
                observer.OnNext(tracked with { Frame = copy });
            },
            observer.OnError,
            observer.OnCompleted)));

    /// <summary>
    /// Rx's own <c>Using</c> closes a resource only after the end was announced; here whoever waits for the end finds the file closed.
    /// </summary>
    private static IObservable<TrackedFrame> WriteTo<TSink>(this IObservable<TrackedFrame> source, Func<TSink> open, Action<TSink, TrackedFrame> write)
        where TSink : class, IDisposable =>
        Observable.Using(() => new OpenOutput<TSink>(open()), output => Observable.Create<TrackedFrame>(observer =>
        {
            return source.Do(tracked => write(output.Sink, tracked)).Subscribe(observer.OnNext, error => Close(error), () => Close(null));

            void Close(Exception? error)
            {
                try
                {
                    output.Dispose();
                }
#pragma warning disable CA1031 // As above.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    error ??= e;
                }
                if (error is null)
                    observer.OnCompleted();
                else
                    observer.OnError(error);
            }
        }));
}

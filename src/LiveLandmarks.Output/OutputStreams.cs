using System.Reactive.Linq;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>Stream operators that write frames and faces to files, or send them to other programs.</summary>
/// <example>
/// <code>
/// using LiveLandmarks;
/// using LiveLandmarks.Output;
/// using LiveLandmarks.Overlays;
///
/// using var tracker = FaceTracker.Create();
/// using var subscription = Camera.Open("talk.mp4").LendFrames().TrackFaces(tracker)
///     .WriteJsonLines("faces.jsonl")
///     .Render()
///     .RecordTo("landmarks.mp4", 30)
///     .Subscribe();
/// </code>
/// </example>
public static class OutputStreams
{
    /// <summary>Writes the frames to a video file. The file is complete when the stream ends, for whatever reason.</summary>
    /// <param name="source">Frames of one size.</param>
    /// <param name="path">The file, <c>.mp4</c>.</param>
    /// <param name="framesPerSecond">Nominal frame rate of the file; every frame keeps its own time.</param>
    /// <param name="soundOf">The video that the frames come from, whose sound is added; null for no sound.</param>
    /// <param name="logger">Logs when the recording starts and when it is complete; null to log nothing.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> RecordTo(
        this IObservable<TrackedFrame> source, string path, double framesPerSecond, string? soundOf = null, ILogger? logger = null) =>
        source.WriteTo(() => new VideoRecorder(path, framesPerSecond, soundOf, logger),
            (recorder, tracked) => recorder.Write(tracked.Frame.Image, tracked.Frame.Timestamp));

    /// <summary>Writes one JSON object per frame; see <see cref="JsonLinesWriter"/>.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="path">The file; <c>-</c> for standard output.</param>
    /// <param name="logger">Logs the number of lines written; null to log nothing.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> WriteJsonLines(this IObservable<TrackedFrame> source, string path, ILogger? logger = null) =>
        source.SendTo(() => JsonLinesWriter.Open(path, logger));

    /// <summary>Writes one row per face in OpenFace's columns; see <see cref="OpenFaceCsvWriter"/>.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="path">The file; <c>-</c> for standard output.</param>
    /// <param name="logger">Logs the number of lines written; null to log nothing.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> WriteCsv(this IObservable<TrackedFrame> source, string path, ILogger? logger = null) =>
        source.SendTo(() => OpenFaceCsvWriter.Open(path, logger));

    /// <summary>Sends the faces of every frame to another program, at the rate of the stream. A receiver that does not listen is not an
    /// error.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="receiver">The program, such as <c>Receiver.Vmc()</c>.</param>
    /// <param name="log">Logs when nothing can be sent; null to log nothing.</param>
    /// <returns>The same stream; an unknown host ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> SendTo(this IObservable<TrackedFrame> source, Receiver receiver, ILogger? log = null) =>
        source.SendTo(() => receiver.Open(log));

    /// <summary>Passes every frame to an output of any kind. The output is opened on subscription and closed when the stream ends, for
    /// whatever reason.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="open">Opens the output.</param>
    /// <returns>The same stream; a failure of the output ends it.</returns>
    public static IObservable<TrackedFrame> SendTo(this IObservable<TrackedFrame> source, Func<ITrackedFrameSink> open) =>
        source.WriteTo(open, (sink, tracked) => sink.Write(tracked));

    /// <summary>
    /// Closes the output before it announces the end of the stream. Rx's <c>Using</c> alone would close it only afterwards.
    /// </summary>
    private static IObservable<TrackedFrame> WriteTo<TSink>(
        this IObservable<TrackedFrame> source, Func<TSink> open, Action<TSink, TrackedFrame> write)
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
#pragma warning disable CA1031 // Any failure belongs to the observer.
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

/// <summary>An output that is closed once: at the end of the stream or, if the stream does not end, with the subscription.</summary>
/// <param name="sink">The output.</param>
internal sealed class OpenOutput<TSink>(TSink sink) : IDisposable
    where TSink : class, IDisposable
{
    private int closed;

    /// <summary>The output.</summary>
    public TSink Sink => sink;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
            sink.Dispose();
    }
}

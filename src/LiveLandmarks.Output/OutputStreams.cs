using System.Reactive.Linq;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>The operators that write frames and faces to files, and send them to other programs.</summary>
public static class OutputStreams
{
    /// <summary>Writes the frames to a video file, which is complete when the stream ends, for whatever reason.</summary>
    /// <param name="source">Frames of one size.</param>
    /// <param name="path">The file, <c>.mp4</c>.</param>
    /// <param name="framesPerSecond">Nominal frame rate of the file; every frame is at its own time.</param>
    /// <param name="soundOf">The video that the frames are of, whose sound goes with them; null for none.</param>
    /// <param name="logger">Told when the recording begins and when it is complete; null for nobody.</param>
    /// <returns>The same stream; a file that cannot be written ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> RecordTo(
        this IObservable<TrackedFrame> source, string path, double framesPerSecond, string? soundOf = null, ILogger? logger = null) =>
        source.WriteTo(() => new VideoRecorder(path, framesPerSecond, soundOf, logger),
            (recorder, tracked) => recorder.Write(tracked.Frame.Image, tracked.Frame.Timestamp));

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

    /// <summary>Sends the faces of every frame to another program, at the pace of the stream. A receiver that does not listen makes no
    /// difference.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="receiver">The program, such as <c>Receiver.Vmc()</c>.</param>
    /// <param name="log">Told when nothing can be sent.</param>
    /// <returns>The same stream; a host that does not exist ends it with an <see cref="OutputException"/>.</returns>
    public static IObservable<TrackedFrame> SendTo(this IObservable<TrackedFrame> source, Receiver receiver, ILogger? log = null) =>
        source.SendTo(() => receiver.Open(log));

    /// <summary>Hands every frame to an output of any kind, which is opened on subscription and closed when the stream ends, for whatever
    /// reason.</summary>
    /// <param name="source">Tracked frames.</param>
    /// <param name="open">Opens the output.</param>
    /// <returns>The same stream; a failure of the output ends it.</returns>
    public static IObservable<TrackedFrame> SendTo(this IObservable<TrackedFrame> source, Func<ITrackedFrameSink> open) =>
        source.WriteTo(open, (sink, tracked) => sink.Write(tracked));

    /// <summary>
    /// Rx's own <c>Using</c> closes a resource only after the end was announced; here whoever waits for the end finds the file closed.
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

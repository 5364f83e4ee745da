using System.Reactive.Linq;
using LiveLandmarks;
using LiveLandmarks.Capture;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Streams;
using OpenCvSharp;

namespace VideoFile;

/// <summary>Processes videos one after another.</summary>
/// <param name="locator">The networks.</param>
/// <param name="results">Where results go.</param>
/// <param name="receiptFor">What a finished video is to be marked with, given the number of its frames.</param>
internal sealed class Batch(FaceLocator locator, ResultFolder results, Func<InputVideo, long, Receipt> receiptFor)
{
    /// <summary>Processes them all; a video that cannot be read is reported and left out.</summary>
    /// <returns>How many were left out.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; the video in work was given up, those before are whole.</exception>
    public async Task<int> RunAsync(IReadOnlyCollection<InputVideo> videos, CancellationToken cancellation)
    {
        var log = new BatchLog(videos);
        var failures = 0;
        foreach (var video in videos)
        {
            cancellation.ThrowIfCancellationRequested();
            log.Begin(video);
            try
            {
                await ProcessAsync(video, log, cancellation);
                log.Finished();
            }
            catch (InputException e)
            {
                Failure.Report(e.Message);
                failures++;
            }
            catch (OpenCVException e)
            {
                Failure.Report($"{video.Path}: cannot be decoded: {e.Message}");
                failures++;
            }
        }
        return failures;
    }

    private async Task ProcessAsync(InputVideo video, BatchLog log, CancellationToken cancellation)
    {
        var info = VideoReader.Inspect(video.Path);
        log.Opened(info);
        using var partial = results.Begin(video.Name);
        // A tracker of its own, since ids begin anew with every video; the networks are the same.
        using var tracker = new FaceTracker(locator, ownsLocator: false);

        var stream = new FrameFeed(() => VideoReader.OpenFile(video.Path))
            .StopOn(cancellation)
            .HandOff(Overflow.Wait)
            .TrackFaces(tracker)
            .HandOff(Overflow.Wait)
            .WriteJsonLines(partial.File(ResultFiles.Lines));
        if (receiptFor(video, 0).Video)
            stream = stream.Render(new RenderOptions { Pose = true })
                .RecordTo(partial.File(ResultFiles.Video), info.FramesPerSecond, video.Path);

        var frames = await stream.Do(_ => log.Frame()).Count();
        cancellation.ThrowIfCancellationRequested();
        if (frames == 0)
            throw new InputException($"{video.Path}: not one frame could be read.");
        partial.Complete(receiptFor(video, frames));
    }
}

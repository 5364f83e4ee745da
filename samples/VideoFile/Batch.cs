using System.Reactive.Linq;
using LiveLandmarks;
using LiveLandmarks.Capture;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Streams;
using OpenCvSharp;

namespace VideoFile;

/// <summary>Processes videos one after another.</summary>
/// <param name="locator">Detector and network.</param>
/// <param name="blendshapes">Finds ARKit's movements.</param>
/// <param name="results">Where the results go.</param>
/// <param name="receiptFor">Makes the receipt of a finished video, given its number of frames.</param>
internal sealed class Batch(
    FaceLocator locator, BlendshapeNetwork blendshapes, ResultFolder results, Func<InputVideo, long, Receipt> receiptFor)
{
    /// <summary>Processes all videos. A video that cannot be read is reported and skipped.</summary>
    /// <returns>The number of videos skipped.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted. The current video was abandoned; the results of the videos
    /// before it are complete.</exception>
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
        // Each video gets its own tracker, since ids restart with every video. The networks are shared.
        using var tracker = new FaceTracker(locator, ownsLocator: false, blendshapes: blendshapes);

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
            throw new InputException($"{video.Path}: no frame could be read.");
        partial.Complete(receiptFor(video, frames));
    }
}

using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Overlays.Hosting;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Overlays;

/// <summary>Stream operators that draw onto frames.</summary>
public static class OverlayStreams
{
    /// <summary>Draws the faces onto a copy of every frame.</summary>
    /// <param name="source">Tracked frames; not changed.</param>
    /// <param name="options">What to draw; null for the defaults.</param>
    public static IObservable<TrackedFrame> Render(this IObservable<TrackedFrame> source, RenderOptions? options = null)
    {
        var renderer = new LandmarkRenderer(options);
        return source.DrawOnCopies((tracked, copy) => renderer.Draw(copy, tracked.Faces));
    }

    /// <summary>Lets overlays draw onto a copy of every frame.</summary>
    /// <param name="source">Tracked frames; not changed.</param>
    /// <param name="overlays">The overlays; not disposed here, and used by one subscription at a time.</param>
    public static IObservable<TrackedFrame> DrawOverlays(this IObservable<TrackedFrame> source, OverlayChain overlays) =>
        source.DrawOnCopies(overlays.Draw);

    /// <summary>Delays the frames, so that a face is also among the candidates of earlier frames in which it was not found yet; see
    /// <see cref="TrackedFrame.Candidates"/>.</summary>
    /// <param name="source">Frames of a tracker with <c>ReportCandidates</c>; each is retained while it waits. Frames that still wait when
    /// the stream ends are delivered.</param>
    /// <param name="frames">The delay in frames, at least 1.</param>
    public static IObservable<TrackedFrame> LookAhead(this IObservable<TrackedFrame> source, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return new LookAheadStream(source, frames);
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
#pragma warning disable CA1031 // Any failure belongs to the observer, not to the thread that delivers.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    observer.OnError(e);
                    return;
                }
                copy.TakeTimeOf(tracked.Frame);
                observer.OnNext(tracked with { Frame = copy });
            },
            observer.OnError,
            observer.OnCompleted)));
}

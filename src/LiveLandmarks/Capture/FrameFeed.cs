using System.Reactive.Disposables;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>
/// A stream of frames from a camera, file or address. Every subscription opens the source anew and reads it on a thread
/// of its own; ending the subscription stops it. Frames are lent: see <see cref="Frame"/>.
/// </summary>
/// <param name="open">Opens the source; called on subscription.</param>
public sealed class FrameFeed(Func<IFrameReader> open) : IObservable<Frame>
{
    /// <summary>A camera, address, folder, picture or video file: see <see cref="FrameReader.Open"/>.</summary>
    /// <param name="source">What to open.</param>
    public static FrameFeed From(string source) => new(() => FrameReader.Open(source));

    /// <inheritdoc/>
    /// <remarks>A source that cannot be opened arrives as <c>OnError</c> with an <see cref="InputException"/>.</remarks>
    public IDisposable Subscribe(IObserver<Frame> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var stop = new CancellationDisposable();
        new Thread(() => Run(observer, stop.Token)) { IsBackground = true, Name = "Capture" }.Start();
        return stop;
    }

    private void Run(IObserver<Frame> observer, CancellationToken stopped)
    {
        try
        {
            using var pool = new FramePool();
            using var reader = open();
            for (var number = 0L; !stopped.IsCancellationRequested; number++)
            {
                using var frame = pool.Lease();
                if (!reader.Read(frame.Image, out var time))
                    break;
                (frame.Number, frame.Timestamp) = (number, time);
                if (!stopped.IsCancellationRequested)
                    observer.OnNext(frame);
            }
        }
        catch (Exception e) when (e is LiveLandmarksException or OpenCVException)
        {
            if (!stopped.IsCancellationRequested)
                observer.OnError(e);
            return;
        }
        if (!stopped.IsCancellationRequested)
            observer.OnCompleted();
    }
}

using System.Reactive.Disposables;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Overlays;

/// <summary>A stream whose frames wait in a <see cref="LookAhead"/> until they are due. Frames that still wait when the source ends are
/// delivered before the end.</summary>
internal sealed class LookAheadStream(IObservable<TrackedFrame> source, int frames) : IObservable<TrackedFrame>
{
    public IDisposable Subscribe(IObserver<TrackedFrame> observer)
    {
        var queue = new LookAhead(frames);
        var upstream = source.Subscribe(
            tracked =>
            {
                TrackedFrame? due;
                try
                {
                    due = queue.Push(tracked);
                }
#pragma warning disable CA1031 // Any failure belongs to the observer, not to the thread that delivers.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    observer.OnError(e);
                    return;
                }
                Deliver(due);
            },
            error =>
            {
                Empty();
                observer.OnError(error);
            },
            () =>
            {
                Empty();
                observer.OnCompleted();
            });
        return Disposable.Create(() =>
        {
            upstream.Dispose();
            queue.Close();
        });

        void Empty()
        {
            while (Deliver(queue.Pop()))
            {
            }
        }

        bool Deliver(TrackedFrame? due)
        {
            using (due)
            {
                if (due is not null)
                    observer.OnNext(due);
            }
            return due is not null;
        }
    }
}

using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace LiveLandmarks.Streams;

/// <summary>Operators for streams of lent items.</summary>
public static class StreamOperators
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
}

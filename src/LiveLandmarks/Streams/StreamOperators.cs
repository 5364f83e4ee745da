using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace LiveLandmarks.Streams;

/// <summary>Operators for streams of retainable items.</summary>
public static class StreamOperators
{
    /// <summary>Ends the stream normally when a token is canceled: items in progress are completed, outputs are closed.</summary>
    /// <param name="source">Any stream.</param>
    /// <param name="cancellation">Cancel it to stop the stream.</param>
    public static IObservable<T> StopOn<T>(this IObservable<T> source, CancellationToken cancellation) => source.TakeUntil(
        Observable.Create<Unit>(observer =>
        {
            var registration = cancellation.Register(() => Tell(observer));
            // Disposing the registration would wait for its callback, which may be ending the stream at the moment.
            return Disposable.Create(() => registration.Unregister());
        }));

    /// <summary>Runs the following operators on their own thread, with a queue before it.</summary>
    /// <param name="source">Retainable items; each is retained while it waits and while it is processed.</param>
    /// <param name="overflow">What happens when the queue is full.</param>
    /// <param name="capacity">Largest number of waiting items, at least 1.</param>
    /// <param name="dropped">Called with each dropped item, just before it is disposed.</param>
    public static IObservable<T> HandOff<T>(this IObservable<T> source, Overflow overflow, int capacity = 2, Action<T>? dropped = null)
        where T : class, IRetainable
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return new HandOff<T>(source, overflow, capacity, dropped);
    }

    /// <summary>A timer may cancel the token; an exception on its thread would end the process.</summary>
    private static void Tell(IObserver<Unit> observer)
    {
        try
        {
            observer.OnNext(Unit.Default);
        }
#pragma warning disable CA1031 // Catch everything.
        catch (Exception e)
#pragma warning restore CA1031
        {
            UnhandledErrors.Report(e);
        }
    }
}

using System.Reactive.Disposables;
using LiveLandmarks.Diagnostics;

namespace LiveLandmarks.Streams;

/// <summary>
/// Runs the following operators on their own thread, with a bounded queue before it. Rx has no such operator: its <c>ObserveOn</c> has an
/// unbounded queue and does not retain items.
/// </summary>
internal sealed class HandOff<T>(IObservable<T> source, Overflow overflow, int capacity, Action<T>? dropped) : IObservable<T>
    where T : class, IRetainable
{
    public IDisposable Subscribe(IObserver<T> observer)
    {
        var sink = new Sink(new Delivery<T>(observer), overflow, capacity, dropped);
        try
        {
            sink.Upstream.Disposable = source.Subscribe(sink);
        }
        catch
        {
            sink.Stop();
            throw;
        }
        return Disposable.Create(sink.Stop);
    }

    private sealed class Sink : IObserver<T>
    {
        private readonly Delivery<T> delivery;
        private readonly Overflow overflow;
        private readonly int capacity;
        private readonly Action<T>? dropped;
        private readonly Queue<T> queue;
        private bool ended, stopped, released;
        private Exception? error;

        public Sink(Delivery<T> delivery, Overflow overflow, int capacity, Action<T>? dropped)
        {
            (this.delivery, this.overflow, this.capacity, this.dropped) = (delivery, overflow, capacity, dropped);
            queue = new Queue<T>(capacity);
            new Thread(Drain) { IsBackground = true, Name = $"HandOff<{typeof(T).Name}>" }.Start();
        }

        public SingleAssignmentDisposable Upstream { get; } = new();

        public void OnNext(T value)
        {
            try
            {
                Take(value);
            }
#pragma warning disable CA1031 // Catch everything: the error belongs to the observer and not to the thread that delivers.
            catch (Exception e)
#pragma warning restore CA1031
            {
                End(e);
            }
        }

        public void OnCompleted() => End(null);

        public void OnError(Exception error) => End(error);

        /// <summary>Stops. If another thread is stopping it at the moment, waits until that is done.</summary>
        public void Stop()
        {
            if (!TryStop() && !DisposalCaller.IsObserver)
                DisposalCaller.WaitUntil(queue, () => released);
        }

        /// <summary>Releases the waiting items and delivers nothing more; first unblocks a thread that waits for room.</summary>
        /// <returns>False if another thread has stopped it or is stopping it; a call to the observer may still run.</returns>
        private bool TryStop()
        {
            lock (queue)
            {
                if (stopped)
                    return false;
                stopped = true;
                while (queue.TryDequeue(out var waiting))
                    waiting.Dispose();
                Monitor.PulseAll(queue);
            }
            DisposalCaller.DisposeAboveQueue(Upstream);
            delivery.Dispose();
            lock (queue)
            {
                released = true;
                Monitor.PulseAll(queue);
            }
            return true;
        }

        private void Take(T value)
        {
            T? victim = null;
            lock (queue)
            {
                while (overflow == Overflow.Wait && queue.Count == capacity && !stopped)
                    Monitor.Wait(queue);
                if (stopped || ended)
                    return;
                if (queue.Count == capacity)
                    victim = queue.Dequeue();
                value.Retain();
                queue.Enqueue(value);
                Monitor.PulseAll(queue);
            }
            if (victim is not null)
            {
                PipelineMetrics.Default.FrameDropped();
                using (victim)
                    dropped?.Invoke(victim);
            }
        }

        private void End(Exception? reason)
        {
            lock (queue)
            {
                if (ended)
                    return;
                ended = true;
                error = reason;
                Monitor.PulseAll(queue);
            }
        }

        private void Drain()
        {
            while (Next() is { } value)
            {
                using (value)
                    delivery.Next(value);
                if (delivery.Stopped)
                    TryStop();
            }
            delivery.End(error);
            TryStop();
        }

        /// <summary>Waits for the next item; null at the end. Items that wait when the source ends are still delivered.</summary>
        private T? Next()
        {
            lock (queue)
            {
                while (queue.Count == 0 && !ended && !stopped)
                    Monitor.Wait(queue);
                if (!queue.TryDequeue(out var value))
                    return null;
                Monitor.PulseAll(queue);
                return value;
            }
        }
    }
}

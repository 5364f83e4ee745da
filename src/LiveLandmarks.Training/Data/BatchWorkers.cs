using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Prepares batches on its own threads, ahead of the caller. Memory use stays constant: batches are reused. Call <see cref="Next"/> and
/// <see cref="Return"/> from one thread.
/// </summary>
internal sealed class BatchWorkers : IBatchSource
{
    private readonly int prefetch;
    private readonly Func<Batch> create;
    private readonly Channel<(long Step, TaskCompletionSource<Batch> Promise)> orders;
    private readonly Queue<(long Step, Task<Batch> Batch)> ahead = new();
    private readonly ConcurrentBag<Batch> spare = [];
    private readonly Thread[] workers;
    private volatile bool disposed;
    private long nextOrder;

    /// <summary>Starts the threads.</summary>
    /// <param name="workers">Number of threads; the content of a batch does not depend on it.</param>
    /// <param name="prefetch">Batches prepared ahead.</param>
    /// <param name="create">Makes a batch to be filled.</param>
    /// <param name="renderer">Makes the renderer that fills batches; called once on each thread.</param>
    public BatchWorkers(int workers, int prefetch, Func<Batch> create, Func<IBatchRenderer> renderer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prefetch);
        (this.prefetch, this.create) = (prefetch, create);
        orders = Channel.CreateBounded<(long, TaskCompletionSource<Batch>)>(prefetch);
        this.workers = [.. Enumerable.Range(0, workers).Select(
            i => new Thread(() => Work(renderer)) { IsBackground = true, Name = $"batches {i}" })];
        foreach (var worker in this.workers)
            worker.Start();
    }

    /// <inheritdoc/>
    public Batch Next(long step)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (ahead.TryPeek(out var first) && first.Step != step)
            Forget();
        if (ahead.Count == 0)
            nextOrder = step;
        while (ahead.Count < prefetch)
            Order();
        var (_, batch) = ahead.Dequeue();
        Order();
        return batch.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Return(Batch batch)
    {
        if (!disposed)
            spare.Add(batch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        orders.Writer.Complete();
        foreach (var worker in workers)
            worker.Join();
        ahead.Clear();
        spare.Clear();
    }

    private void Order()
    {
        var promise = new TaskCompletionSource<Batch>(TaskCreationOptions.RunContinuationsAsynchronously);
        ahead.Enqueue((nextOrder, promise.Task));
        var written = orders.Writer.WriteAsync((nextOrder, promise));
        if (!written.IsCompletedSuccessfully)
            written.AsTask().GetAwaiter().GetResult();
        nextOrder++;
    }

    /// <summary>Returns the batches that were prepared for other steps to the pool.</summary>
    private void Forget()
    {
        while (ahead.TryDequeue(out var unwanted))
        {
            unwanted.Batch.ContinueWith(
                task => spare.Add(task.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
            unwanted.Batch.ContinueWith(
                task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private void Work(Func<IBatchRenderer> start)
    {
        IBatchRenderer? renderer = null;
        while (Take() is var (step, promise))
        {
            if (disposed)
            {
                promise.SetCanceled();
                continue;
            }
            Batch? batch = null;
            try
            {
                renderer ??= start();
                if (!spare.TryTake(out batch))
                    batch = create();
                renderer.Fill(batch, step);
                promise.SetResult(batch);
            }
#pragma warning disable CA1031 // Every exception is passed to the thread that asks for the batch.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (batch is not null)
                    spare.Add(batch);
                promise.SetException(e);
            }
        }
        renderer?.Dispose();
    }

    private (long Step, TaskCompletionSource<Batch> Promise)? Take()
    {
        while (orders.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            if (orders.Reader.TryRead(out var work))
                return work;
        }
        return null;
    }
}

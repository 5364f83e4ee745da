using System.Collections.Concurrent;
using System.Threading.Channels;
using LiveLandmarks.Capture;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Prepares batches on its own threads, ahead of the training. What a batch holds follows from seed and step alone, not
/// from the number of threads or from what was asked before. Memory stays flat: batches are used again, pictures kept up to a limit.
/// <see cref="Next"/> and <see cref="Return"/> belong to one thread.
/// </summary>
public sealed class BatchLoader : IBatchSource
{
    private readonly LoaderOptions options;
    private readonly EpochOrder order;
    private readonly PictureStore pictures;
    private readonly BadPictures badPictures = new();
    private readonly int channels;
    private readonly Channel<(long Step, TaskCompletionSource<Batch> Promise)> orders;
    private readonly Queue<(long Step, Task<Batch> Batch)> ahead = new();
    private readonly ConcurrentBag<Batch> spare = [];
    private readonly Thread[] workers;
    private volatile bool disposed;
    private long nextOrder;

    /// <summary>Starts the threads.</summary>
    /// <param name="faces">Faces of one scheme.</param>
    /// <param name="options">How they become batches.</param>
    /// <exception cref="InputException">There are no faces, or not of one scheme.</exception>
    public BatchLoader(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options)
    {
        if (faces.Count == 0)
            throw new InputException("The training set is empty; check the data set's folder and what is left out of it.");
        if (faces.FirstOrDefault(face => face.Scheme != faces[0].Scheme) is { } other)
            throw new InputException($"{other.Source}: landmarks of {other.Scheme} among those of {faces[0].Scheme}; train on one scheme at a time.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Workers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Prefetch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize);

        this.options = options;
        channels = faces[0].Scheme.Count + (options.Boundary ? 1 : 0);
        var copies = options.Balance?.Copies(faces) ?? [.. Enumerable.Repeat(1, faces.Count)];
        order = new EpochOrder(copies, options.Seed, options.Shuffle);
        pictures = new PictureStore(faces, options);
        orders = Channel.CreateBounded<(long, TaskCompletionSource<Batch>)>(options.Prefetch);
        workers = [.. Enumerable.Range(0, options.Workers).Select(i => new Thread(() => Work(faces)) { IsBackground = true, Name = $"batches {i}" })];
        foreach (var worker in workers)
            worker.Start();
    }

    /// <summary>Samples in an epoch; above the number of faces where rare poses are used several times.</summary>
    public int EpochLength => order.Length;

    /// <summary>Steps that an epoch takes, the last one reaching into the next epoch where it does not come out even.</summary>
    public long StepsPerEpoch => (order.Length + options.BatchSize - 1) / options.BatchSize;

    /// <summary>Bytes of pictures kept in memory at the moment.</summary>
    public long CachedBytes => pictures.BytesKept;

    /// <summary>The pictures that could not be used and were replaced, a line each.</summary>
    public IReadOnlyList<string> Replaced => badPictures.Messages;

    /// <inheritdoc/>
    public Batch Next(long step)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (ahead.TryPeek(out var first) && first.Step != step)
            Forget();
        if (ahead.Count == 0)
            nextOrder = step;
        while (ahead.Count < options.Prefetch)
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

    /// <summary>Lets what was prepared for other steps go back to the pool.</summary>
    private void Forget()
    {
        while (ahead.TryDequeue(out var unwanted))
        {
            unwanted.Batch.ContinueWith(
                task => spare.Add(task.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            unwanted.Batch.ContinueWith(
                task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private void Work(IReadOnlyList<AnnotatedFace> faces)
    {
        using var renderer = new BatchRenderer(faces, options, order, pictures, badPictures);
        while (Take() is var (step, promise))
        {
            if (disposed)
            {
                promise.SetCanceled();
                continue;
            }
            if (!spare.TryTake(out var batch))
                batch = new Batch(options.BatchSize, options.InputSize, options.MapSize, channels);
            try
            {
                renderer.Fill(batch, step);
                promise.SetResult(batch);
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the thread that asks for the batch.
            catch (Exception e)
#pragma warning restore CA1031
            {
                spare.Add(batch);
                promise.SetException(e);
            }
        }
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

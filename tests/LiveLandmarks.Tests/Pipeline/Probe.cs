namespace LiveLandmarks.Tests.Pipeline;

/// <summary>Records all items, and lets a test wait for the end.</summary>
/// <param name="onNext">Called with each item, on the thread that delivers it.</param>
internal sealed class Probe<T>(Action<T>? onNext = null) : IObserver<T>
{
    private readonly TaskCompletionSource<Exception?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<T> items = [];

    /// <summary>The error, or null for an orderly end.</summary>
    public Task<Exception?> Ended => ended.Task;

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (items)
                return [.. items];
        }
    }

    public void OnNext(T value)
    {
        lock (items)
            items.Add(value);
        onNext?.Invoke(value);
    }

    public void OnCompleted() => End(null);

    public void OnError(Exception error) => End(error);

    private void End(Exception? error)
    {
        if (!ended.TrySetResult(error))
            throw new InvalidOperationException("The stream ended twice.", error);
    }
}

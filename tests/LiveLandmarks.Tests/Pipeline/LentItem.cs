using LiveLandmarks.Streams;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>An item that counts its leases; it starts with the lease of the lender.</summary>
internal sealed class LentItem(int number) : IRetainable
{
    private readonly TaskCompletionSource returned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int leases = 1;

    public int Number => number;

    public int Leases => Volatile.Read(ref leases);

    /// <summary>Completes when the last lease is returned.</summary>
    public Task Returned => returned.Task;

    public void Retain()
    {
        if (Interlocked.Increment(ref leases) < 2)
            throw new InvalidOperationException($"Item {number} was retained after its return.");
    }

    public void Dispose()
    {
        var left = Interlocked.Decrement(ref leases);
        if (left < 0)
            throw new InvalidOperationException($"Item {number} was disposed too often.");
        if (left == 0)
            returned.SetResult();
    }
}

namespace LiveLandmarks.Training.Data;

/// <summary>The order of faces in an endless run: epoch after epoch, each a new permutation. Thread-safe.</summary>
internal sealed class EpochOrder
{
    private const int Purpose = 3;

    private readonly int[] entries;
    private readonly long seed;
    private readonly bool shuffle;
    private readonly Lock gate = new();
    private (long Epoch, int[] Order) older = (-1, []);
    private (long Epoch, int[] Order) newer = (-1, []);

    /// <summary>Prepares an order.</summary>
    /// <param name="copies">How often each face is used in an epoch.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="shuffle">Whether epochs are permuted.</param>
    public EpochOrder(IReadOnlyList<int> copies, long seed, bool shuffle)
    {
        entries = [.. copies.SelectMany((count, face) => Enumerable.Repeat(face, count))];
        (this.seed, this.shuffle) = (seed, shuffle);
    }

    /// <summary>Samples in an epoch.</summary>
    public int Length => entries.Length;

    /// <summary>The face at a place.</summary>
    /// <param name="place">Number of the sample since the start of the run.</param>
    /// <returns>Index of the face.</returns>
    public int At(long place)
    {
        var (epoch, within) = Math.DivRem(place, entries.Length);
        return shuffle ? Order(epoch)[within] : entries[within];
    }

    private int[] Order(long epoch)
    {
        lock (gate)
        {
            if (newer.Epoch == epoch)
                return newer.Order;
            if (older.Epoch == epoch)
                return older.Order;
            var order = (int[])entries.Clone();
            var random = new SampleRandom(seed, epoch, Purpose);
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = random.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }
            older = newer;
            newer = (epoch, order);
            return order;
        }
    }
}

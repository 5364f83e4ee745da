using System.Reactive.Subjects;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Tests.Pipeline;

public sealed class HandOffTests : IDisposable
{
    private const int Timeout = 20_000;

    private readonly Subject<LentItem> source = new();
    private readonly SemaphoreSlim entered = new(0);
    private readonly SemaphoreSlim gate = new(0);
    private readonly List<LentItem> pushed = [];

    public void Dispose()
    {
        source.Dispose();
        entered.Dispose();
        gate.Dispose();
    }

    [Fact(Timeout = Timeout)]
    public async Task Waiting_delivers_all_in_order_and_never_queues_more_than_its_capacity()
    {
        const int capacity = 3;
        var returnedFromPush = 0;
        var ahead = 0;
        var delivered = 0;
        var probe = new Probe<LentItem>(item =>
        {
            Thread.Sleep(1);
            delivered++;
            ahead = Math.Max(ahead, Volatile.Read(ref returnedFromPush) - delivered);
            Assert.True(item.Leases > 0);
        });
        using var subscription = source.HandOff(Overflow.Wait, capacity).Subscribe(probe);
        await Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                Push(i);
                Interlocked.Increment(ref returnedFromPush);
            }
            source.OnCompleted();
        });
        Assert.Null(await probe.Ended);
        Assert.Equal(Enumerable.Range(0, 100), Numbers(probe));
        Assert.InRange(ahead, 0, capacity);
        await AllReturned();
    }

    [Fact(Timeout = Timeout)]
    public async Task A_full_queue_blocks_the_source_until_there_is_room()
    {
        var probe = Blocking();
        using var subscription = source.HandOff(Overflow.Wait, 1).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        Push(1);
        var third = Task.Run(() => Push(2));
        Assert.NotSame(third, await Task.WhenAny(third, Task.Delay(50)));
        gate.Release();
        await third;
        gate.Release(2);
        source.OnCompleted();
        Assert.Null(await probe.Ended);
        Assert.Equal([0, 1, 2], Numbers(probe));
    }

    [Fact(Timeout = Timeout)]
    public async Task Dropping_discards_counts_and_disposes_the_oldest_item()
    {
        var probe = Blocking();
        List<(int, int)> dropped = [];
        using var subscription = source.HandOff(Overflow.DropOldest, 2, item => dropped.Add((item.Number, item.Leases))).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        for (var i = 1; i <= 5; i++)
            Push(i);
        Assert.Equal([(1, 1), (2, 1), (3, 1)], dropped);
        Assert.Equal([0, 0, 0], pushed[1..4].Select(item => item.Leases));

        source.OnCompleted();
        gate.Release(6);
        Assert.Null(await probe.Ended);
        Assert.Equal([0, 4, 5], Numbers(probe));
        await AllReturned();
    }

    [Fact(Timeout = Timeout)]
    public async Task Dropping_works_without_a_callback_that_counts()
    {
        var probe = Blocking();
        using var subscription = source.HandOff(Overflow.DropOldest, 1).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        Push(1);
        Push(2);
        Assert.Equal(0, pushed[1].Leases);
        source.OnCompleted();
        gate.Release(3);
        await probe.Ended;
        Assert.Equal([0, 2], Numbers(probe));
    }

    [Theory(Timeout = Timeout)]
    [InlineData(Overflow.Wait)]
    [InlineData(Overflow.DropOldest)]
    public async Task Queued_items_are_delivered_before_the_end(Overflow overflow)
    {
        var probe = Blocking();
        using var subscription = source.HandOff(overflow, 4).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        Push(1);
        Push(2);
        source.OnCompleted();
        Assert.False(probe.Ended.IsCompleted);
        gate.Release(3);
        Assert.Null(await probe.Ended);
        Assert.Equal([0, 1, 2], Numbers(probe));
        await AllReturned();
    }

    [Fact(Timeout = Timeout)]
    public async Task Queued_items_are_delivered_before_an_error()
    {
        var failure = new InvalidOperationException("broken");
        var probe = Blocking();
        using var subscription = source.HandOff(Overflow.Wait, 4).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        Push(1);
        source.OnError(failure);
        Assert.False(probe.Ended.IsCompleted);
        gate.Release(2);
        Assert.Same(failure, await probe.Ended);
        Assert.Equal([0, 1], Numbers(probe));
        await AllReturned();
    }

    [Fact(Timeout = Timeout)]
    public async Task Disposing_releases_queued_items_and_delivers_no_more()
    {
        var probe = Blocking();
        var subscription = source.HandOff(Overflow.Wait, 4).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        Push(1);
        Push(2);
        Assert.Equal([1, 1], pushed[1..].Select(item => item.Leases));
        subscription.Dispose();
        Assert.Equal([0, 0], pushed[1..].Select(item => item.Leases));
        Assert.False(source.HasObservers);
        gate.Release(3);
        await AllReturned();
        Assert.Equal([0], Numbers(probe));
    }

    [Fact(Timeout = Timeout)]
    public async Task Disposing_unblocks_a_source_that_waits_for_room()
    {
        var probe = Blocking();
        var subscription = source.HandOff(Overflow.Wait, 1).Subscribe(probe);
        Push(0);
        await entered.WaitAsync();
        Push(1);
        var waiting = Task.Run(() => Push(2));
        subscription.Dispose();
        await waiting;
        gate.Release(3);
        await AllReturned();
        Assert.Equal([0], Numbers(probe));
    }

    [Fact(Timeout = Timeout)]
    public async Task Items_are_delivered_on_a_separate_thread()
    {
        var threads = new HashSet<string?>();
        var probe = new Probe<LentItem>(_ => threads.Add(Thread.CurrentThread.Name));
        using var subscription = source.HandOff(Overflow.Wait, 4).Subscribe(probe);
        for (var i = 0; i < 10; i++)
            Push(i);
        source.OnCompleted();
        await probe.Ended;
        Assert.Equal("HandOff<LentItem>", Assert.Single(threads));
    }

    [Fact]
    public void A_queue_needs_room_for_at_least_one_item() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => source.HandOff(Overflow.Wait, 0));

    private Probe<LentItem> Blocking() => new(_ =>
    {
        entered.Release();
        gate.Wait();
    });

    /// <summary>Lends an item for the duration of the call, as a feed does.</summary>
    private void Push(int number)
    {
        using var item = new LentItem(number);
        pushed.Add(item);
        source.OnNext(item);
    }

    private Task AllReturned() => Task.WhenAll(pushed.Select(item => item.Returned));

    private static IEnumerable<int> Numbers(Probe<LentItem> probe) => probe.Items.Select(item => item.Number);
}

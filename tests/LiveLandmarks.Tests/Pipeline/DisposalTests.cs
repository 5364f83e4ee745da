using System.Diagnostics;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Streams;
using LiveLandmarks.Tests.Capture;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>After a subscription is disposed, none of its code runs, and the objects that it used can be disposed too.</summary>
public sealed class DisposalTests : IDisposable
{
    private const int Timeout = 60_000;

    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ShortWork = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim entered = new();
    private volatile bool left;

    public void Dispose() => entered.Dispose();

    [Fact(Timeout = Timeout)]
    public Task Disposing_waits_for_an_observer_on_the_capture_thread() => WaitsFor(feed => feed.Subscribe(Slow()));

    [Fact(Timeout = Timeout)]
    public Task Disposing_waits_for_an_observer_behind_operators() =>
        WaitsFor(feed => feed.Select(frame => frame).Where(_ => true).Subscribe(Slow()));

    [Fact(Timeout = Timeout)]
    public Task Disposing_waits_for_an_observer_behind_a_hand_off() => WaitsFor(feed => feed.HandOff(Overflow.Wait).Subscribe(Slow()));

    /// <summary>Repeated many times because the thread of the second queue ends too, and either may release the stage first.</summary>
    [Fact(Timeout = Timeout)]
    public async Task Disposing_waits_for_a_stage_between_two_hand_offs()
    {
        for (var round = 0; round < 60; round++)
            await WaitsFor(feed => feed.HandOff(Overflow.Wait).Do(_ => SlowStage(ShortWork)).HandOff(Overflow.DropOldest)
                .Subscribe(_ => { }));
    }

    /// <summary>The last thread must wait, because an earlier stage may use objects that are disposed next.</summary>
    [Fact(Timeout = Timeout)]
    public async Task An_observer_behind_a_hand_off_that_ends_its_stream_waits_for_the_stages_before_it()
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var subscribed = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        var number = 0;
        subscribed.SetResult(new FrameFeed(() => new ScriptedReader(null))
            .HandOff(Overflow.Wait)
            .Do(_ =>
            {
                if (Interlocked.Increment(ref number) == 2)
                    SlowStage();
            })
            .HandOff(Overflow.Wait)
            .Subscribe(_ =>
            {
                entered.Wait();
                subscribed.Task.Result.Dispose();
                done.TrySetResult(left);
            }));
        Assert.True(await done.Task);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_observer_may_end_its_own_subscription(bool handOff)
    {
        var reader = new ScriptedReader(null);
        var subscribed = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = Stopwatch.StartNew();
        var probe = new Probe<Frame>(_ => subscribed.Task.Result.Dispose());
        IObservable<Frame> feed = new FrameFeed(() => reader);
        subscribed.SetResult((handOff ? feed.HandOff(Overflow.Wait) : feed).Subscribe(probe));
        await reader.Disposed;
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.Single(probe.Items);
        Assert.False(probe.Ended.IsCompleted);
    }

    /// <summary>The token ends only the source; the stages behind it wait for the thread that cancels.</summary>
    [Fact(Timeout = Timeout)]
    public async Task An_observer_may_cancel_the_token_that_stops_its_source()
    {
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var probe = new Probe<Frame>(frame =>
        {
            Thread.Sleep(50);
            if (frame.Number == 3)
                stop.Cancel();
        });
        using var subscription = new FrameFeed(() => new ScriptedReader(null)).StopOn(stop.Token).HandOff(Overflow.Wait, 1).Where(_ => true)
            .HandOff(Overflow.Wait, 1).Subscribe(probe);
        Assert.Null(await probe.Ended);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    /// <summary>Sample holds a lock while it delivers, and its source waits for that lock.</summary>
    [Fact(Timeout = Timeout)]
    public Task Streams_that_Rx_ends_on_its_own_thread_end_at_once() => Task.Run(() =>
    {
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < 5; time++)
        {
            new FrameFeed(() => new ScriptedReader(null)).Do(_ => Thread.Sleep(10)).Select(frame => frame.Number)
                .Sample(TimeSpan.FromMilliseconds(30)).Take(2).Wait();
            new FrameFeed(() => new ScriptedReader(null)).Do(_ => Thread.Sleep(10)).Select(frame => frame.Number)
                .Buffer(TimeSpan.FromMilliseconds(30)).Take(2).Wait();
            new FrameFeed(() => new ScriptedReader(null))
                .Do(_ => Thread.Sleep(10)).Select(frame => frame.Number).TakeUntil(Observable.Timer(TimeSpan.FromMilliseconds(30)))
                .Count().Wait();
            new FrameFeed(() => new ScriptedReader(null))
                .Select(frame => frame.Number).Merge(new FrameFeed(() => new ScriptedReader(null)).Select(frame => frame.Number)).Take(20)
                .Count().Wait();
        }
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(9));
    });

    [Fact(Timeout = Timeout)]
    public Task A_source_that_hangs_does_not_block_disposing() => Task.Run(() =>
    {
        var release = new ManualResetEventSlim();
        var reading = new ManualResetEventSlim();
        var watch = Stopwatch.StartNew();
        var subscription = new FrameFeed(() =>
        {
            reading.Set();
            release.Wait();
            return new ScriptedReader(1);
        }).HandOff(Overflow.Wait).Subscribe(new Probe<Frame>());
        reading.Wait();
        subscription.Dispose();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        release.Set();
    });

    private async Task WaitsFor(Func<FrameFeed, IDisposable> subscribe)
    {
        entered.Reset();
        var reader = new ScriptedReader(null);
        var subscription = subscribe(new FrameFeed(() => reader));
        entered.Wait();
        subscription.Dispose();
        Assert.True(left);
        await reader.Disposed;
    }

    private Probe<Frame> Slow() => new(_ => SlowStage());

    private void SlowStage() => SlowStage(Work);

    private void SlowStage(TimeSpan work)
    {
        left = false;
        entered.Set();
        Thread.Sleep(work);
        left = true;
    }
}

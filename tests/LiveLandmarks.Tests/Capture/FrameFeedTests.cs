using LiveLandmarks.Capture;
using LiveLandmarks.Tests.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public class FrameFeedTests
{
    private const int Timeout = 20_000;

    [Fact(Timeout = Timeout)]
    public async Task Frames_arrive_with_number_and_time_and_then_the_stream_completes()
    {
        var reader = new ScriptedReader(5);
        List<(long, double, int)> seen = [];
        var probe = new Probe<Frame>(frame => seen.Add((frame.Number, frame.Timestamp.TotalSeconds, frame.Image.At<Vec3b>(0, 0).Item0)));
        using var subscription = new FrameFeed(() => reader).Subscribe(probe);
        Assert.Null(await probe.Ended);
        Assert.Equal([(0, 0, 0), (1, 0.1, 1), (2, 0.2, 2), (3, 0.3, 3), (4, 0.4, 4)], seen);
        Assert.True(reader.Disposed.IsCompleted);
    }

    [Fact(Timeout = Timeout)]
    public async Task Every_frame_returns_to_the_pool_and_is_reused()
    {
        var probe = new Probe<Frame>();
        using var subscription = new FrameFeed(() => new ScriptedReader(8)).Subscribe(probe);
        await probe.Ended;
        Assert.Equal(8, probe.Items.Count);
        Assert.Single(probe.Items.Distinct());
        Assert.Throws<ObjectDisposedException>(() => probe.Items[0].Image);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_retained_frame_outlives_the_stream()
    {
        var probe = new Probe<Frame>(frame => frame.Retain());
        using var subscription = new FrameFeed(() => new ScriptedReader(3)).Subscribe(probe);
        await probe.Ended;
        Assert.Equal([0, 1, 2], probe.Items.Select(frame => (int)frame.Image.At<Vec3b>(0, 0).Item0));
        var images = probe.Items.Select(frame => frame.Image).ToArray();
        foreach (var frame in probe.Items)
            frame.Dispose();
        Assert.All(images, image => Assert.True(image.IsDisposed));
    }

    [Fact(Timeout = Timeout)]
    public async Task A_source_that_cannot_be_opened_fails_the_stream()
    {
        var probe = new Probe<Frame>();
        using var subscription = FrameFeed.From("/no/such/video.mp4").Subscribe(probe);
        var error = Assert.IsType<InputException>(await probe.Ended);
        Assert.Contains("/no/such/video.mp4", error.Message, StringComparison.Ordinal);
        Assert.Empty(probe.Items);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_source_that_breaks_off_delivers_its_frames_and_then_its_error()
    {
        var failure = new InputException("unplugged");
        var reader = new ScriptedReader(4, failure);
        var probe = new Probe<Frame>();
        using var subscription = new FrameFeed(() => reader).Subscribe(probe);
        Assert.Same(failure, await probe.Ended);
        Assert.Equal(4, probe.Items.Count);
        Assert.True(reader.Disposed.IsCompleted);
    }

    [Fact(Timeout = Timeout)]
    public async Task Ending_the_subscription_stops_an_endless_source()
    {
        var reader = new ScriptedReader(null);
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var probe = new Probe<Frame>(frame =>
        {
            if (frame.Number == 3)
                third.SetResult();
        });
        var subscription = new FrameFeed(() => reader).Subscribe(probe);
        await third.Task;
        subscription.Dispose();
        await reader.Disposed;
        Assert.False(probe.Ended.IsCompleted);
    }

    [Fact(Timeout = Timeout)]
    public async Task No_frame_arrives_after_the_observer_unsubscribes_itself()
    {
        var reader = new ScriptedReader(null);
        var subscribed = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        var probe = new Probe<Frame>(_ => subscribed.Task.Result.Dispose());
        subscribed.SetResult(new FrameFeed(() => reader).Subscribe(probe));
        await reader.Disposed;
        Assert.Single(probe.Items);
        Assert.False(probe.Ended.IsCompleted);
    }

    [Fact(Timeout = Timeout)]
    public async Task Each_subscription_opens_the_source_again()
    {
        var opened = 0;
        var feed = new FrameFeed(() =>
        {
            Interlocked.Increment(ref opened);
            return new ScriptedReader(2);
        });
        var (first, second) = (new Probe<Frame>(), new Probe<Frame>());
        using (feed.Subscribe(first))
            await first.Ended;
        using (feed.Subscribe(second))
            await second.Ended;
        Assert.Equal((2, 2, 2), (opened, first.Items.Count, second.Items.Count));
    }
}

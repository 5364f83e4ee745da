using LiveLandmarks.Capture;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>All ways in which cameras fail, in virtual time.</summary>
public sealed class WatchedReaderTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider clock = new();
    private readonly FaultyCamera camera = new();
    private readonly Mat image = new();

    public void Dispose()
    {
        camera.Unblock();
        image.Dispose();
    }

    [Fact]
    public async Task A_blocked_read_is_abandoned_and_the_camera_is_reopened()
    {
        using var reader = Open(camera.Pictures(2).Blocks().Pictures(2));
        Assert.Equal((1, 2), (await Next(reader), await Next(reader)));
        Assert.Equal(3, await NextWhileTimePasses(reader));
        Assert.Equal(2, camera.Opened);
        Assert.InRange(clock.GetUtcNow() - clock.Start, TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(4.5));

        // When the blocked thread returns, it closes its camera and delivers nothing.
        camera.Unblock();
        await Until(() => camera.Closed == 1);
        Assert.Equal(4, await Next(reader));
    }

    [Fact]
    public async Task A_camera_that_returns_false_is_reopened()
    {
        using var reader = Open(camera.Pictures(1).Ends().Ends().Ends().Pictures(1));
        Assert.Equal(1, await Next(reader));
        Assert.Equal(2, await NextWhileTimePasses(reader));
        Assert.Equal(4, camera.Opened);
    }

    [Fact]
    public async Task A_camera_that_vanishes_is_retried_at_growing_intervals()
    {
        using var reader = Open(camera.Pictures(1).Vanishes().Pictures(1));
        Assert.Equal(1, await Next(reader));
        var next = Task.Run(() => Read(reader));
        await Pass(TimeSpan.FromSeconds(12));
        Assert.False(next.IsCompleted);
        camera.Present = true;
        Assert.Equal(2, await PassUntil(next));
        Assert.InRange(reader.LastTime, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(18));
    }

    [Fact]
    public async Task A_camera_that_does_not_come_back_ends_the_stream_with_the_reason()
    {
        using var reader = Open(camera.Pictures(1).Vanishes());
        await Next(reader);
        var error = await Assert.ThrowsAsync<InputException>(() => PassUntil(Task.Run(() => Read(reader))));
        // The reason is why the camera was lost, not why it could not be reopened.
        Assert.Equal("camera 0: did not come back within 30 s (delivers no more pictures; was it unplugged?); check the cable or the " +
            "sender.", error.Message);
        Assert.InRange(clock.GetUtcNow() - clock.Start, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(31));
    }

    [Fact]
    public async Task A_camera_that_repeats_its_picture_is_reopened_once()
    {
        using var reader = Open(camera.Repeats(100), new ReconnectOptions { FrozenTimeout = TimeSpan.FromSeconds(2) });
        for (var i = 0; i < 60; i++)
        {
            await NextWhileTimePasses(reader);
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }
        // The picture is the same after reopening, so the scene is taken to be still.
        Assert.Equal(2, camera.Opened);
    }

    [Fact]
    public async Task A_picture_that_freezes_again_after_a_change_reopens_the_camera_again()
    {
        using var reader = Open(camera.Repeats(40).Pictures(1).Repeats(80),
            new ReconnectOptions { FrozenTimeout = TimeSpan.FromSeconds(2) });
        for (var i = 0; i < 110; i++)
        {
            await NextWhileTimePasses(reader);
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }
        Assert.Equal(3, camera.Opened);
    }

    [Fact]
    public void A_camera_that_is_missing_at_the_start_fails_without_waiting()
    {
        camera.Present = false;
        Assert.Throws<InputException>(() => Open(camera));
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow() - clock.Start);
    }

    [Fact]
    public async Task A_first_open_that_hangs_is_abandoned_and_the_camera_is_closed_once_it_opens()
    {
        var hung = new TaskCompletionSource();
        var opening = Task.Run(() => WatchedReader.Open(
            "camera 0",
            () =>
            {
                hung.Task.Wait();
                return camera.Open();
            },
            new ReconnectOptions { GiveUpAfter = TimeSpan.FromSeconds(10) },
            clock,
            NullLogger.Instance));
        await Pass(TimeSpan.FromSeconds(9));
        Assert.False(opening.IsCompleted);
        await Pass(TimeSpan.FromSeconds(2));
        var error = await Assert.ThrowsAsync<InputException>(() => opening.WaitAsync(Patience));
        Assert.StartsWith("camera 0: was not open after 10 s", error.Message, StringComparison.Ordinal);

        Assert.Equal(0, camera.Opened);
        hung.SetResult();
        await Until(() => camera.Closed == 1);
    }

    [Fact]
    public async Task Without_reconnecting_a_blocked_camera_ends_the_stream_with_the_reason()
    {
        using var reader = new Timed(WatchedReader.Open("camera 0", camera.Pictures(1).Blocks().Open, null, clock, NullLogger.Instance));
        Assert.Equal(1, await Next(reader));
        var error = await Assert.ThrowsAsync<InputException>(() => PassUntil(Task.Run(() => Read(reader))));
        Assert.Equal("camera 0: it delivered nothing for 3 s.", error.Message);
        Assert.Equal(1, camera.Opened);
    }

    [Fact]
    public async Task Disposing_the_reader_closes_the_camera()
    {
        var reader = Open(camera.Pictures(1));
        await Next(reader);
        reader.Dispose();
        await Until(() => camera.Closed == 1);
    }

    private Timed Open(FaultyCamera source, ReconnectOptions? options = null) =>
        new(WatchedReader.Open("camera 0", source.Open, options ?? new ReconnectOptions(), clock, NullLogger.Instance));

    private Task<int> Next(Timed reader) => Task.Run(() => Read(reader)).WaitAsync(Patience);

    private int Read(Timed reader)
    {
        Assert.True(reader.Read(image));
        return image.Get<Vec3b>(0, 0).Item0;
    }

    private Task<int> NextWhileTimePasses(Timed reader) => PassUntil(Task.Run(() => Read(reader)));

    /// <summary>Advances virtual time by a tenth of a second every few real milliseconds until a task completes.</summary>
    private async Task<int> PassUntil(Task<int> done)
    {
        var patience = Task.Delay(Patience);
        while (await Task.WhenAny(done, patience, Task.Delay(3)) is var first && first != done)
        {
            Assert.NotSame(patience, first);
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }
        return await done;
    }

    private async Task Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(0.1))
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Delay(3);
        }
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var end = DateTime.UtcNow + Patience; !condition(); await Task.Delay(5))
            Assert.True(DateTime.UtcNow < end);
    }

    private sealed class Timed(WatchedReader reader) : IDisposable
    {
        public TimeSpan LastTime { get; private set; }

        public bool Read(Mat image)
        {
            var good = reader.Read(image, out var time);
            LastTime = time;
            return good;
        }

        public void Dispose() => reader.Dispose();
    }
}

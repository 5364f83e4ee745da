using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public sealed class FramePoolTests : IDisposable
{
    private readonly FramePool pool = new();

    public void Dispose() => pool.Dispose();

    [Fact]
    public void A_frame_returns_to_the_pool_with_its_last_lease()
    {
        var frame = pool.Lease();
        frame.Retain();
        frame.Retain();
        Assert.Equal(1, pool.Leased);
        frame.Dispose();
        frame.Dispose();
        Assert.Equal(1, pool.Leased);
        Assert.False(frame.Image.IsDisposed);
        frame.Dispose();
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public void A_returned_frame_is_leased_again_with_its_memory()
    {
        var first = pool.Lease();
        first.Image.Create(20, 30, MatType.CV_8UC3);
        var memory = first.Image.Data;
        first.Dispose();

        using var second = pool.Lease();
        Assert.Same(first, second);
        second.Image.Create(20, 30, MatType.CV_8UC3);
        Assert.Equal(memory, second.Image.Data);
    }

    [Fact]
    public void Frames_in_use_at_the_same_time_are_distinct()
    {
        using var first = pool.Lease();
        using var second = pool.Lease();
        Assert.NotSame(first, second);
        Assert.NotSame(first.Image, second.Image);
        Assert.Equal(2, pool.Leased);
    }

    [Fact]
    public void A_returned_frame_cannot_be_used()
    {
        var frame = pool.Lease();
        frame.Dispose();
        Assert.Throws<ObjectDisposedException>(() => frame.Image);
        Assert.Throws<ObjectDisposedException>(frame.Retain);
    }

    [Fact]
    public void An_extra_dispose_is_an_error_and_changes_nothing()
    {
        var frame = pool.Lease();
        frame.Dispose();
        Assert.Throws<InvalidOperationException>(frame.Dispose);
        Assert.Equal(0, pool.Leased);
        using var again = pool.Lease();
        Assert.Same(frame, again);
        using var other = pool.Lease();
        Assert.NotSame(again, other);
    }

    [Fact]
    public void A_leased_frame_outlives_its_pool_and_is_freed_when_returned()
    {
        var frame = pool.Lease();
        frame.Image.Create(2, 2, MatType.CV_8UC3);
        var image = frame.Image;
        pool.Dispose();
        Assert.Equal(2, frame.Image.Rows);
        frame.Dispose();
        Assert.True(image.IsDisposed);
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public void A_disposed_pool_frees_its_frames_and_leases_no_more()
    {
        var frame = pool.Lease();
        var image = frame.Image;
        frame.Dispose();
        Assert.False(image.IsDisposed);
        pool.Dispose();
        Assert.True(image.IsDisposed);
        Assert.Throws<ObjectDisposedException>(pool.Lease);
    }

    [Fact]
    public void Threads_may_lease_and_return_frames_concurrently()
    {
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 2000; i++)
            {
                using var frame = pool.Lease();
                frame.Retain();
                frame.Number = i;
                frame.Dispose();
                Assert.Equal(i, frame.Number);
            }
        });
        Assert.Equal(0, pool.Leased);
    }
}

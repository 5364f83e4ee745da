using LiveLandmarks.Capture;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public class PacedReaderTests
{
    [Fact]
    public async Task Early_pictures_wait_for_their_time_and_late_ones_come_at_once()
    {
        var clock = new FakeTimeProvider();
        using var reader = new PacedReader(new ScriptedReader(4), clock);
        using var image = new Mat();
        Assert.True(reader.Read(image, out _));

        var second = Task.Run(() => reader.Read(image, out _));
        await Task.Delay(50);
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await second.WaitAsync(TimeSpan.FromSeconds(10)));

        clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.True(reader.Read(image, out var time));
        Assert.Equal(TimeSpan.FromSeconds(0.2), time);
        Assert.True(reader.Read(image, out _));
        Assert.False(reader.Read(image, out _));
    }

    [Fact]
    public async Task After_a_gap_the_pace_resumes_without_catching_up()
    {
        var clock = new FakeTimeProvider();
        using var reader = new PacedReader(new ScriptedReader(3), clock);
        using var image = new Mat();
        Assert.True(reader.Read(image, out _));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(reader.Read(image, out _));

        var third = Task.Run(() => reader.Read(image, out _));
        await Task.Delay(50);
        Assert.False(third.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await third.WaitAsync(TimeSpan.FromSeconds(10)));
    }
}

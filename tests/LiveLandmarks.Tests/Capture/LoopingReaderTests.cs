using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public sealed class LoopingReaderTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<ScriptedReader> rounds = [];
    private readonly Mat image = new();

    public void Dispose() => image.Dispose();

    [Fact]
    public void The_source_starts_over_while_time_keeps_increasing()
    {
        using var reader = Loop(3);
        for (var i = 0; i < 10; i++)
        {
            Assert.True(reader.Read(image, out var time));
            Assert.Equal(i * 0.1, time.TotalSeconds, 6);
            Assert.Equal(i % 3, image.At<Vec3b>(0, 0).Item0);
        }
        // Another thread opens one round ahead, now or soon.
        var opened = Opened();
        Assert.InRange(opened.Length, 4, 5);
        Assert.All(opened[..3], round => Assert.True(round.Disposed.IsCompleted));
        Assert.False(opened[3].Disposed.IsCompleted);
    }

    [Fact]
    public void A_looped_source_has_no_frame_count()
    {
        using var reader = Loop(3);
        Assert.Equal(new StreamInfo("scripted", 4, 3, 10, null), reader.Info);
    }

    [Fact]
    public void A_source_without_pictures_ends()
    {
        using var reader = Loop(0);
        Assert.False(reader.Read(image, out _));
    }

    [Fact]
    public async Task Disposing_the_reader_disposes_the_current_round_and_the_one_opened_ahead()
    {
        using (var reader = Loop(2))
        {
            for (var i = 0; i < 3; i++)
                reader.Read(image, out _);
        }
        var end = DateTime.UtcNow + Patience;
        while (Opened().Length < 3 && DateTime.UtcNow < end)
            await Task.Delay(5);
        await Task.WhenAll(Opened().Select(round => round.Disposed)).WaitAsync(Patience);
        Assert.Equal(3, Opened().Length);
    }

    private ScriptedReader[] Opened()
    {
        lock (rounds)
            return [.. rounds];
    }

    private LoopingReader Loop(int count) => new(() =>
    {
        var round = new ScriptedReader(count);
        lock (rounds)
            rounds.Add(round);
        return round;
    });
}

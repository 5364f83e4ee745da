using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>A video played in real time to a consumer that takes 200 ms per frame.</summary>
public class SlowConsumerTests
{
    private const int FramesRead = 90;
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<Frame> buffers = new(ReferenceEqualityComparer.Instance);
    private readonly List<long> dropped = [];
    private readonly List<long> delivered = [];
    private readonly List<TimeSpan> ages = [];
    private readonly List<int> newerFrames = [];
    private int read;

    [Fact(Timeout = 120_000)]
    public async Task Capture_continues_with_bounded_latency_and_without_growing_buffers()
    {
        var probe = new Probe<Frame>(frame =>
        {
            delivered.Add(frame.Number);
            ages.Add(frame.Age);
            newerFrames.Add(Volatile.Read(ref read) - 1 - (int)frame.Number);
            Assert.Equal(640, frame.Image.Cols);
            Thread.Sleep(Work);
        });
        using var subscription = new FrameFeed(Open)
            .Take(FramesRead)
            .Do(frame =>
            {
                buffers.Add(frame);
                Interlocked.Increment(ref read);
            })
            .HandOff(Overflow.DropOldest, capacity: 1, frame => dropped.Add(frame.Number))
            .Subscribe(probe);
        Assert.Null(await probe.Ended);

        // Every frame was either delivered or dropped, exactly once, and nothing blocked the capture.
        Assert.Equal(Enumerable.Range(0, FramesRead).Select(i => (long)i), delivered.Concat(dropped).Order());
        Assert.True(dropped.Count > delivered.Count, $"{dropped.Count} dropped, {delivered.Count} delivered");

        // Delivered frames are among the newest; with an unbounded queue there would be dozens of newer ones.
        Assert.InRange(newerFrames.Order().ElementAt(newerFrames.Count / 2), 0, 2);
        Assert.InRange(ages.Order().ElementAt(ages.Count / 2), TimeSpan.Zero, Work);

        // A stream uses at most four frame buffers: being read, waiting, being processed, being returned. All are returned, including those
        // of dropped frames.
        Assert.InRange(buffers.Count, 1, 4);
        Assert.All(buffers, frame => Assert.Throws<ObjectDisposedException>(() => frame.Image));
    }

    private static PacedReader Open() =>
        new(new LoopingReader(() => VideoReader.OpenFile(Repository.Media("collins.mp4"))), TimeProvider.System);
}

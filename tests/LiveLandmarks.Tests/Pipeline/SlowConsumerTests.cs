using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>A video played at its own pace, before a consumer that takes 200 ms a frame.</summary>
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
    public async Task Capture_goes_on_latency_stays_bounded_and_buffers_do_not_grow()
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

        // Every frame was either delivered or dropped, once; and capture was held up by nobody.
        Assert.Equal(Enumerable.Range(0, FramesRead).Select(i => (long)i), delivered.Concat(dropped).Order());
        Assert.True(dropped.Count > delivered.Count, $"{dropped.Count} dropped, {delivered.Count} delivered");

        // What is delivered is among the newest: a queue without bound would have dozens of newer ones at the end.
        Assert.InRange(newerFrames.Order().ElementAt(newerFrames.Count / 2), 0, 2);
        Assert.InRange(ages.Order().ElementAt(ages.Count / 2), TimeSpan.Zero, Work);

        // The memory of a stream is its frames' buffers: one is read, one waits, one is worked on, one may be on its way back. All are
        // back, the dropped ones too.
        Assert.InRange(buffers.Count, 1, 4);
        Assert.All(buffers, frame => Assert.Throws<ObjectDisposedException>(() => frame.Image));
    }

    private static PacedReader Open() =>
        new(new LoopingReader(() => VideoReader.OpenFile(Repository.Media("collins.mp4"))), TimeProvider.System);
}

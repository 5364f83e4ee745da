using System.Reactive.Subjects;
using LiveLandmarks.Capture;
using LiveLandmarks.Overlays;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Overlays;

namespace LiveLandmarks.Tests.Pipeline;

public sealed class LookAheadTests : IDisposable
{
    private readonly FramePool pool = new();
    private readonly Subject<TrackedFrame> source = new();
    private readonly List<long> numbers = [];
    private readonly Probe<TrackedFrame> probe;
    private int number;

    // A frame's number is read while the frame is lent.
    public LookAheadTests() => probe = new Probe<TrackedFrame>(tracked => numbers.Add(tracked.Frame.Number));

    public void Dispose()
    {
        source.Dispose();
        pool.Dispose();
    }

    [Fact]
    public void Frames_come_later_and_all_of_them_in_order()
    {
        using var subscription = source.LookAhead(2).Subscribe(probe);
        Push([]);
        Push([]);
        Assert.Empty(probe.Items);
        Push([]);
        Push([]);
        Assert.Equal([0L, 1], numbers);
        source.OnCompleted();
        Assert.Equal([0L, 1, 2, 3], numbers);
        Assert.True(probe.Ended.IsCompletedSuccessfully);
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public async Task What_waits_is_delivered_before_an_error()
    {
        using var subscription = source.LookAhead(5).Subscribe(probe);
        Push([]);
        source.OnError(new InputException("unplugged"));
        Assert.IsType<InputException>(await probe.Ended);
        Assert.Equal([0L], numbers);
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public void Who_leaves_gives_all_frames_back()
    {
        source.LookAhead(5).Subscribe(probe).Dispose();
        var subscription = source.LookAhead(5).Subscribe(probe);
        Push([]);
        Push([]);
        Assert.Equal(2, pool.Leased);
        subscription.Dispose();
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public void A_face_is_a_candidate_in_the_frames_before_it_was_found()
    {
        using var subscription = source.LookAhead(2).Subscribe(probe);
        Push([]);
        Push([]);
        Push([]);
        Push([], Frames.Face(1, 300, 200));
        source.OnCompleted();
        // The first was gone when the face came.
        Assert.Empty(probe.Items[0].Candidates!);
        Assert.Empty(probe.Items[3].Candidates!);
        var (late, early) = (Assert.Single(probe.Items[2].Candidates!), Assert.Single(probe.Items[1].Candidates!));
        Assert.Equal(1, Frames.Face(1, 300, 200).Box.ShareInside(late));
        Assert.True(early.Width > late.Width && late.Width > 100);
    }

    [Fact]
    public void A_face_that_was_followed_all_along_is_carried_nowhere()
    {
        using var subscription = source.LookAhead(2).Subscribe(probe);
        Push([], Frames.Face(1, 300, 200));
        Push([], Frames.Face(1, 310, 200));
        source.OnCompleted();
        Assert.All(probe.Items, tracked => Assert.Empty(tracked.Candidates!));
    }

    [Theory]
    [InlineData(0.55f, 1)]
    [InlineData(0.45f, 0)]
    public void Of_the_candidates_only_the_surer_ones_are_carried(float score, int carried)
    {
        using var subscription = source.LookAhead(1).Subscribe(probe);
        Push([]);
        Push([new FaceBox(10, 10, 50, 60, score)]);
        Assert.Equal(carried, Assert.Single(probe.Items).Candidates!.Count);
    }

    [Fact]
    public void Where_nobody_looked_that_stays_so()
    {
        using var subscription = source.LookAhead(1).Subscribe(probe);
        Push(null);
        Push([], Frames.Face(1, 300, 200));
        Assert.Null(Assert.Single(probe.Items).Candidates);
    }

    [Fact]
    public void It_takes_at_least_one_frame() => Assert.Throws<ArgumentOutOfRangeException>(() => source.LookAhead(0));

    private void Push(IReadOnlyList<FaceBox>? candidates, params TrackedFace[] faces)
    {
        using var frame = pool.Lease();
        frame.Number = number++;
        source.OnNext(new TrackedFrame(frame, faces) { Candidates = candidates });
    }
}

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

    // The number of a frame is read while the frame is leased.
    public LookAheadTests() => probe = new Probe<TrackedFrame>(tracked => numbers.Add(tracked.Frame.Number));

    public void Dispose()
    {
        source.Dispose();
        pool.Dispose();
    }

    [Fact]
    public void All_frames_arrive_later_and_in_order()
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
    public async Task Waiting_frames_are_delivered_before_an_error()
    {
        using var subscription = source.LookAhead(5).Subscribe(probe);
        Push([]);
        source.OnError(new InputException("unplugged"));
        Assert.IsType<InputException>(await probe.Ended);
        Assert.Equal([0L], numbers);
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public void Unsubscribing_returns_all_frames()
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
        // The first frame had already left the buffer when the face appeared.
        Assert.Empty(probe.Items[0].Candidates!);
        Assert.Empty(probe.Items[3].Candidates!);
        var (late, early) = (Assert.Single(probe.Items[2].Candidates!), Assert.Single(probe.Items[1].Candidates!));
        Assert.Equal(1, Frames.Face(1, 300, 200).Box.ShareInside(late));
        Assert.True(early.Width > late.Width && late.Width > 100);
    }

    [Fact]
    public void A_face_that_was_tracked_all_along_adds_no_candidates()
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
    public void Only_confident_candidates_are_carried_back(float score, int carried)
    {
        using var subscription = source.LookAhead(1).Subscribe(probe);
        Push([]);
        Push([new FaceBox(10, 10, 50, 60, score)]);
        Assert.Equal(carried, Assert.Single(probe.Items).Candidates!.Count);
    }

    [Fact]
    public void A_frame_that_was_not_searched_stays_marked_as_not_searched()
    {
        using var subscription = source.LookAhead(1).Subscribe(probe);
        Push(null);
        Push([], Frames.Face(1, 300, 200));
        Assert.Null(Assert.Single(probe.Items).Candidates);
    }

    [Fact]
    public void Looking_ahead_needs_at_least_one_frame() => Assert.Throws<ArgumentOutOfRangeException>(() => source.LookAhead(0));

    private void Push(IReadOnlyList<FaceBox>? candidates, params TrackedFace[] faces)
    {
        using var frame = pool.Lease();
        frame.Number = number++;
        source.OnNext(new TrackedFrame(frame, faces) { Candidates = candidates });
    }
}

using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using LiveLandmarks.Capture;
using LiveLandmarks.Streams;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.FrontDoor;

/// <summary>Results that outlive their frames: each test checks what an operator keeps after all frames are returned.</summary>
public sealed class FaceStreamTests : IDisposable
{
    private const int Frames = 24;

    private readonly FaceTracker tracker = FaceTracker.Create(Networks.Chosen);

    public void Dispose() => tracker.Dispose();

    [Fact]
    public async Task Every_frame_of_a_file_has_its_result_in_order()
    {
        var results = await Results().ToList();
        Assert.Equal(Enumerable.Range(0, Frames).Select(number => (long)number), results.Select(result => result.Number));
        Assert.All(results, result => Assert.Equal((640, 480, 0L), (result.Width, result.Height, result.DroppedBefore)));
        Assert.Equal(results.Select(result => result.Time).Order(), results.Select(result => result.Time));
        Assert.All(results, RequireFace);
        Assert.Single(results.Select(result => result.Faces[0].Id).Distinct());
    }

    [Fact]
    public async Task Buffered_results_do_not_change()
    {
        var first = await Results().ToList();
        using var again = FaceTracker.Create(Networks.Chosen);
        var buffers = await Results(again).Buffer(7).ToList();
        Assert.Equal(first.Select(Points), buffers.SelectMany(buffer => buffer).Select(Points));
    }

    [Fact]
    public async Task Replayed_results_are_the_same_for_late_subscribers()
    {
        using var replay = new ReplaySubject<FaceResult>();
        using var subscription = Results().Subscribe(replay);
        var first = await replay.ToList();
        Assert.Equal(Frames, first.Count);
        Assert.Equal(first, await replay.ToList());
        Assert.All(first, RequireFace);
    }

    [Fact]
    public async Task Results_may_be_observed_on_another_thread()
    {
        using var loop = new EventLoopScheduler();
        var results = await Results().ObserveOn(loop).Do(_ => Thread.Sleep(2)).ToList();
        Assert.Equal(Frames, results.Count);
        Assert.All(results, RequireFace);
    }

    [Fact]
    public async Task A_sampled_result_is_complete()
    {
        var sampled = await Results().Sample(TimeSpan.FromMilliseconds(20)).ToList();
        Assert.NotEmpty(sampled);
        Assert.All(sampled, RequireFace);
    }

    [Fact]
    public async Task Dropped_frames_are_counted_in_the_next_result()
    {
        var results = await Source(new CaptureOptions { Overflow = Overflow.DropOldest }).TrackFaces(tracker).Take(Frames)
            .Do(_ => Thread.Sleep(60)).ToList();
        Assert.True(results.Sum(result => result.DroppedBefore) > 0);
        Assert.Equal(results[^1].Number + 1, results.Count + results.Sum(result => result.DroppedBefore));
    }

    [Fact]
    public async Task Pixels_can_be_borrowed_on_request()
    {
        var means = await Source().LendFrames().TrackFaces(tracker).Take(3)
            .Select(tracked => (tracked.Faces.Count, tracked.Frame.Image.Mean().Val0)).ToList();
        Assert.All(means, mean => Assert.True(mean is { Count: 1, Val0: > 0 }));
    }

    [Fact]
    public async Task A_missing_source_ends_the_stream_and_is_named_in_the_error() =>
        Assert.Contains("nowhere.mp4",
            (await Assert.ThrowsAsync<InputException>(
                async () => await Camera.Open("nowhere.mp4").TrackFaces(tracker).LastAsync())).Message, StringComparison.Ordinal);

    [Fact]
    public void Files_wait_for_the_consumer_and_cameras_drop_frames() => Assert.Equal(
        (Overflow.Wait, Overflow.DropOldest, Overflow.DropOldest, Overflow.DropOldest),
        (Source().Overflow, Source(new CaptureOptions { RealTime = true }).Overflow, Camera.Open(0).Overflow,
            Camera.Open("rtsp://host/stream").Overflow));

    private static FrameSource Source(CaptureOptions? options = null) => Camera.Open(Repository.Media("collins.mp4"), options);

    private IObservable<FaceResult> Results(FaceTracker? by = null) => Source().TrackFaces(by ?? tracker).Take(Frames);

    private static string Points(FaceResult result) => string.Join(' ', result.Faces.SelectMany(face => face.Landmarks.Points));

    private static void RequireFace(FaceResult result)
    {
        var face = Assert.Single(result.Faces);
        Assert.Equal(68, face.Landmarks.Points.Length);
        Assert.True(face.Score > 0.5f);
        Assert.InRange(face.Box.CenterX, 0, result.Width);
        Assert.NotNull(face.Pose);
        Assert.Equal(result.Camera, face.Pose.Value.Camera);
    }
}

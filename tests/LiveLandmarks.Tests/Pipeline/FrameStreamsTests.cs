using System.Reactive.Subjects;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Streams;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Pipeline;

public sealed class FrameStreamsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FramePool pool = new();
    private readonly Subject<TrackedFrame> source = new();
    private readonly CancellationTokenSource cancellation = new();

    public void Dispose()
    {
        source.Dispose();
        pool.Dispose();
        cancellation.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Canceling_completes_a_stream_without_an_error()
    {
        var numbers = new Subject<int>();
        var probe = new Probe<int>();
        using var subscription = numbers.StopOn(cancellation.Token).Subscribe(probe);
        numbers.OnNext(1);
        cancellation.Cancel();
        Assert.True(probe.Ended.IsCompletedSuccessfully);
        Assert.False(numbers.HasObservers);
        numbers.OnNext(2);
        Assert.Equal([1], probe.Items);
    }

    [Fact]
    public void A_stream_that_is_canceled_from_the_start_ends_at_once()
    {
        var numbers = new Subject<int>();
        var probe = new Probe<int>();
        cancellation.Cancel();
        using var subscription = numbers.StopOn(cancellation.Token).Subscribe(probe);
        Assert.True(probe.Ended.IsCompletedSuccessfully);
        Assert.False(numbers.HasObservers);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_stream_that_ends_on_its_own_passes_on_its_completion_or_error()
    {
        var (ended, failed) = (new Subject<int>(), new Subject<int>());
        var (first, second) = (new Probe<int>(), new Probe<int>());
        using var one = ended.StopOn(cancellation.Token).Subscribe(first);
        using var two = failed.StopOn(cancellation.Token).Subscribe(second);
        ended.OnCompleted();
        failed.OnError(new InputException("unplugged"));
        Assert.Null(await first.Ended);
        Assert.IsType<InputException>(await second.Ended);
        await cancellation.CancelAsync();
    }

    [Fact]
    public void Rendering_draws_on_a_copy_and_leaves_the_source_unchanged()
    {
        TrackedFace[] faces = [Faces.Tracked(1, Faces.At(60, 50, 60))];
        var drawn = 0.0;
        TrackedFrame? seen = null;
        using var subscription = source.Render().Subscribe(rendered =>
        {
            seen = rendered;
            drawn = Cv2.Norm(rendered.Frame.Image, NormTypes.INF);
            Assert.Equal((7L, TimeSpan.FromSeconds(3)), (rendered.Frame.Number, rendered.Frame.Timestamp));
            Assert.Same(faces, rendered.Faces);
        });

        using var frame = Black(7, 3);
        source.OnNext(new TrackedFrame(frame, faces));
        Assert.NotNull(seen);
        Assert.NotSame(frame, seen.Frame);
        Assert.True(drawn > 0);
        Assert.Equal(0, Cv2.Norm(frame.Image, NormTypes.INF));
        Assert.Throws<ObjectDisposedException>(() => seen.Frame.Image);
    }

    [Fact]
    public void A_tracked_frame_is_retained_and_disposed_with_its_frame()
    {
        var tracked = new TrackedFrame(Black(0, 0), []);
        tracked.Retain();
        tracked.Dispose();
        Assert.Equal(1, pool.Leased);
        tracked.Dispose();
        Assert.Equal(0, pool.Leased);
    }

    [Fact]
    public void Outputs_are_complete_when_the_stream_completes()
    {
        var (video, lines) = (folder.File("out.mp4"), folder.File("out.jsonl"));
        var complete = false;
        using var subscription = source.RecordTo(video, 25).WriteJsonLines(lines)
            .Subscribe(_ => { }, () => complete = File.Exists(video) && File.ReadAllLines(lines).Length == 3);
        PushFrames(3);
        source.OnCompleted();
        Assert.True(complete);
        using var reader = VideoReader.OpenFile(video);
        Assert.Equal(3, reader.Info.FrameCount);
    }

    [Fact]
    public void Outputs_are_complete_after_an_error_and_after_unsubscribing()
    {
        var (first, second) = (folder.File("first.mp4"), folder.File("second.mp4"));
        Exception? error = null;
        using var subscription = source.RecordTo(first, 25).Subscribe(_ => { }, e => error = e);
        using (var other = new Subject<TrackedFrame>())
        using (other.RecordTo(second, 25).Subscribe(_ => { }))
        {
            using var frame = Black(0, 0);
            other.OnNext(new TrackedFrame(frame, []));
        }
        PushFrames(2);
        source.OnError(new InputException("unplugged"));
        Assert.IsType<InputException>(error);
        Assert.True(File.Exists(first));
        Assert.True(File.Exists(second));
    }

    [Fact]
    public void An_output_that_cannot_be_created_fails_the_stream()
    {
        File.WriteAllText(folder.File("file"), "");
        List<Exception> errors = [];
        using var video = source.RecordTo(Path.Combine(folder.File("file"), "out.mp4"), 25).Subscribe(_ => { }, errors.Add);
        using var lines = source.WriteJsonLines(Path.Combine(folder.File("file"), "out.jsonl")).Subscribe(_ => { }, errors.Add);
        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.IsType<OutputException>(error));
    }

    private void PushFrames(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var frame = Black(i, i);
            source.OnNext(new TrackedFrame(frame, []));
        }
    }

    private Frame Black(long number, int seconds)
    {
        var frame = pool.Lease();
        (frame.Number, frame.Timestamp) = (number, TimeSpan.FromSeconds(seconds));
        frame.Image.Create(96, 128, MatType.CV_8UC3);
        frame.Image.SetTo(Scalar.Black);
        return frame;
    }
}

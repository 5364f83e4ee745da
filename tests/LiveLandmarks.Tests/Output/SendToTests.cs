using System.Reactive.Subjects;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class SendToTests : IDisposable
{
    private readonly UdpListener listener = new();
    private readonly Subject<TrackedFrame> source = new();

    public void Dispose()
    {
        source.Dispose();
        listener.Dispose();
    }

    [Theory]
    [InlineData("openseeface")]
    [InlineData("vmc")]
    [InlineData("ifacialmocap")]
    [InlineData("livelink")]
    [InlineData("opentrack")]
    [InlineData("vts")]
    public void A_missing_receiver_never_stops_the_stream(string protocol)
    {
        var (seen, failed) = (0, false);
        using var subscription = source.SendTo(Receiver.Parse($"{protocol}://127.0.0.1:{UdpListener.DeafPort()}"))
            .Subscribe(_ => seen++, _ => failed = true);
        for (var i = 0; i < 50; i++)
        {
            Push();
            // Gives the system time to report that nobody listens.
            Thread.Sleep(2);
        }
        Assert.Equal((50, false), (seen, failed));
    }

    [Fact]
    public void A_receiver_may_start_later_and_several_may_listen()
    {
        using var other = new UdpListener();
        using var third = new UdpListener();
        using var subscription = source.SendTo(Receiver.OpenSeeFace(port: listener.Port)).SendTo(Receiver.Vmc(port: other.Port))
            .SendTo(Receiver.Opentrack(port: third.Port)).Subscribe(_ => { });
        Push();
        Assert.Equal(1785, listener.Receive().Length);
        Assert.NotEmpty(OscMessage.InBundle(other.Receive()));
        Assert.Equal(48, third.Receive().Length);
    }

    [Fact]
    public void A_host_that_does_not_exist_ends_the_stream()
    {
        Exception? error = null;
        using var subscription = source.SendTo(Receiver.Vmc("no-such-host.invalid")).Subscribe(_ => { }, e => error = e);
        Assert.IsType<OutputException>(error);
    }

    [Fact]
    public void A_custom_output_is_closed_at_the_end()
    {
        var sink = new CountingSink();
        using var subscription = source.SendTo(() => sink).Subscribe(_ => { });
        Push();
        Assert.Equal((1, false), (sink.Frames, sink.Closed));
        source.OnCompleted();
        Assert.True(sink.Closed);
    }

    [Theory]
    [InlineData("openseeface")]
    [InlineData("vmc")]
    [InlineData("ifacialmocap")]
    [InlineData("livelink")]
    [InlineData("opentrack")]
    [InlineData("vts")]
    public void Sending_a_face_allocates_almost_nothing(string protocol)
    {
        const int frames = 500;
        using var sink = Receiver.Parse($"{protocol}://127.0.0.1:{listener.Port}").Open();
        using var frame = listener.Frame();
        var tracked = new TrackedFrame(frame, [Looks.At(new PosedAverage(20), 5, 5) with { Blendshapes = Arkit.Different() }]);
        for (var i = 0; i < 50; i++)
            sink.Write(tracked);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < frames; i++)
            sink.Write(tracked);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / frames, 0, 64);
    }

    private void Push()
    {
        using var frame = listener.Frame();
        source.OnNext(new TrackedFrame(frame, [new PosedAverage().Track()]));
    }

    private sealed class CountingSink : ITrackedFrameSink
    {
        public int Frames { get; private set; }

        public bool Closed { get; private set; }

        public void Write(TrackedFrame tracked) => Frames++;

        public void Dispose() => Closed = true;
    }
}

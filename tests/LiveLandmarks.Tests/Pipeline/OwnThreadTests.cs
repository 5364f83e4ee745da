using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Hosting;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Streams;
using LiveLandmarks.Tests.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>Exceptions of an unexpected type, thrown on every thread of the library. An unhandled exception would end the test
/// run.</summary>
public sealed class OwnThreadTests : IDisposable
{
    private const int Timeout = 30_000;

    private readonly List<Exception> unhandled = [];
    private readonly FramePool pool = new();

    public OwnThreadTests() => UnhandledErrors.Reported += Note;

    public void Dispose()
    {
        UnhandledErrors.Reported -= Note;
        pool.Dispose();
    }

    [Fact(Timeout = Timeout)]
    public Task An_error_while_opening_a_source_reaches_the_observer() => Reaches(new FrameFeed(() => throw new OddException()));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_reading_a_source_reaches_the_observer() =>
        Reaches(new FrameFeed(() => new OddReader { OnRead = () => throw new OddException() }));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_closing_a_source_reaches_the_observer() =>
        Reaches(new FrameFeed(() => new OddReader { OnDispose = () => throw new OddException() }));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_opening_a_camera_reaches_the_observer() => Reaches(Camera(() => throw new OddException()));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_reading_a_camera_reaches_the_observer() =>
        Reaches(Camera(() => new OddReader { OnRead = () => throw new OddException() }));

    [Fact(Timeout = Timeout)]
    public Task An_error_in_the_description_of_a_camera_reaches_the_observer() =>
        Reaches(Camera(() => new OddReader { OnInfo = () => throw new OddException() }));

    [Fact(Timeout = Timeout)]
    public async Task An_error_while_closing_a_camera_is_reported_to_the_host()
    {
        var probe = new Probe<Frame>();
        using var subscription = Camera(
            () => new OddReader { OnRead = () => throw new InputException("gone"), OnDispose = () => throw new OddException() })
            .Subscribe(probe);
        Assert.IsType<InputException>(await probe.Ended);
        await Until(() => unhandled.Count == 1);
        Assert.IsType<OddException>(unhandled[0]);
    }

    [Fact(Timeout = Timeout)]
    public Task An_error_in_the_drop_callback_of_a_hand_off_reaches_the_observer() =>
        Reaches(new FrameFeed(() => new ScriptedReader(null)).HandOff(Overflow.DropOldest, 1, _ => throw new OddException()).Do(
            _ => Thread.Sleep(1)));

    [Fact(Timeout = Timeout)]
    public async Task An_error_in_the_drop_callback_behind_an_operator_reaches_the_observer()
    {
        var reader = new ScriptedReader(null);
        await Reaches(new FrameFeed(() => reader).Where(_ => true).HandOff(Overflow.DropOldest, 1, _ => throw new OddException()).Do(
            _ => Thread.Sleep(1)));
        await reader.Disposed;
    }

    [Fact(Timeout = Timeout)]
    public Task An_error_while_looking_ahead_reaches_the_observer() => Reaches(Broken().LookAhead(2));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_looking_ahead_behind_a_hand_off_reaches_the_observer() =>
        Reaches(Broken().HandOff(Overflow.Wait).LookAhead(2));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_drawing_landmarks_reaches_the_observer() => Reaches(Broken().Render());

    [Fact(Timeout = Timeout)]
    public async Task An_error_while_drawing_overlays_reaches_the_observer()
    {
        using var catalog = new OverlayCatalog();
        // The overlay fails on the faces, and then the logger fails too.
        using var chain = new OverlayChain(catalog, ["privacy"], null, new OddLogger());
        await Reaches(Broken().HandOff(Overflow.Wait).DrawOverlays(chain));
    }

    [Fact(Timeout = Timeout)]
    public Task An_error_while_sending_reaches_the_observer() => Reaches(Broken().HandOff(Overflow.Wait).SendTo(Receiver.Vmc()));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_opening_an_output_reaches_the_observer() => Reaches(Broken().SendTo(() => throw new OddException()));

    [Fact(Timeout = Timeout)]
    public Task An_error_while_closing_an_output_reaches_the_observer() => Reaches(Tracked().SendTo(() => new OddSink()));

    [Fact(Timeout = Timeout)]
    public async Task An_observer_that_throws_gets_its_own_error_and_no_more_frames()
    {
        var probe = new Probe<Frame>(_ => throw new OddException());
        using var subscription = new FrameFeed(() => new ScriptedReader(null)).Subscribe(probe);
        Assert.IsType<OddException>(await probe.Ended);
        Assert.Single(probe.Items);
        Assert.Empty(unhandled);
    }

    [Fact(Timeout = Timeout)]
    public async Task An_observer_that_throws_behind_a_hand_off_gets_its_own_error_and_stops_the_source()
    {
        var reader = new ScriptedReader(null);
        var probe = new Probe<Frame>(_ => throw new OddException());
        using var subscription = new FrameFeed(() => reader).HandOff(Overflow.Wait).Subscribe(probe);
        Assert.IsType<OddException>(await probe.Ended);
        await reader.Disposed;
        Assert.Single(probe.Items);
    }

    /// <summary>Rx ends the subscription of an observer that throws. The observer gets the error only if it throws before the call to
    /// Subscribe returns.</summary>
    [Fact(Timeout = Timeout)]
    public async Task The_error_of_an_observer_behind_an_operator_of_Rx_is_reported_to_the_host()
    {
        var reader = new ScriptedReader(null);
        var subscribed = new TaskCompletionSource();
        var told = 0;
        using var subscription = new FrameFeed(() => reader).Select(frame => frame.Number).Subscribe(
            _ =>
            {
                subscribed.Task.Wait();
                throw new OddException();
            },
            _ => told++);
        subscribed.SetResult();
        await reader.Disposed;
        await Until(() => unhandled.Count == 1);
        Assert.IsType<OddException>(unhandled[0]);
        Assert.Equal(0, told);
    }

    [Fact(Timeout = Timeout)]
    public async Task An_error_without_a_handler_is_reported_to_the_host()
    {
        using var subscription = new FrameFeed(() => throw new OddException()).HandOff(Overflow.Wait).Subscribe(_ => { });
        await Until(() => unhandled.Count == 1);
        Assert.IsType<OddException>(unhandled[0]);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_error_of_an_observer_at_the_end_is_reported_to_the_host()
    {
        using var subscription = new FrameFeed(() => new ScriptedReader(2)).Subscribe(_ => { }, () => throw new OddException());
        await Until(() => unhandled.Count == 1);
        Assert.IsType<OddException>(unhandled[0]);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_error_of_an_observer_at_the_end_of_a_stream_stopped_by_a_timer_is_reported_to_the_host()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var subscription = new FrameFeed(() => new ScriptedReader(null)).StopOn(stop.Token)
            .Subscribe(_ => { }, () => throw new OddException());
        await Until(() => unhandled.Count == 1);
        Assert.IsType<OddException>(unhandled[0]);
    }

    [Fact]
    public void A_handler_of_the_host_that_throws_changes_nothing()
    {
        EventHandler<UnhandledErrorEventArgs> thrower = (_, _) => throw new OddException();
        UnhandledErrors.Reported += thrower;
        try
        {
            UnhandledErrors.Report(new OddException());
        }
        finally
        {
            UnhandledErrors.Reported -= thrower;
        }
        Assert.Single(unhandled);
    }

    private async Task Reaches<T>(IObservable<T> stream)
    {
        var probe = new Probe<T>();
        using var subscription = stream.Subscribe(probe);
        Assert.IsType<OddException>(await probe.Ended);
        Assert.Empty(unhandled);
    }

    /// <summary>Frames whose list of faces throws on every access, delivered on a thread of the library.</summary>
    private static IObservable<TrackedFrame> Broken() =>
        new FrameFeed(() => new ScriptedReader(5))
            .Select(frame => new TrackedFrame(frame, new BrokenList<TrackedFace>()) { Candidates = [] });

    private static IObservable<TrackedFrame> Tracked() =>
        new FrameFeed(() => new ScriptedReader(5)).Select(frame => new TrackedFrame(frame, []));

    private static FrameFeed Camera(Func<IFrameReader> open) =>
        new(() => WatchedReader.Open(
            "camera 0", open, null, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));

    private void Note(object? sender, UnhandledErrorEventArgs e)
    {
        // Other tests run in parallel.
        if (e.Error is not OddException)
            return;
        lock (unhandled)
            unhandled.Add(e.Error);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5);
    }

    private sealed class OddReader : IFrameReader
    {
        public Action? OnInfo { get; init; }

        public Action? OnRead { get; init; }

        public Action? OnDispose { get; init; }

        public StreamInfo Info
        {
            get
            {
                OnInfo?.Invoke();
                return new StreamInfo("odd", 4, 3, 10, null);
            }
        }

        public bool Read(Mat image, out TimeSpan time)
        {
            OnRead?.Invoke();
            time = default;
            return false;
        }

        public void Dispose() => OnDispose?.Invoke();
    }

    private sealed class OddSink : ITrackedFrameSink
    {
        public void Write(TrackedFrame tracked)
        {
        }

        public void Dispose() => throw new OddException();
    }

    private sealed class OddLogger : Microsoft.Extensions.Logging.ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state,
            Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new OddException();
    }
}

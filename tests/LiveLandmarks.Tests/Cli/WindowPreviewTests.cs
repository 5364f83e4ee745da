using System.Reactive.Subjects;
using LiveLandmarks.Cli;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli;

/// <summary>The preview of a camera that delivers nothing.</summary>
public sealed class WindowPreviewTests : IDisposable
{
    private const int Timeout = 20_000;

    private readonly Subject<TrackedFrame> stream = new();
    private readonly FakeWindow window = new();

    public void Dispose() => stream.Dispose();

    [Fact(Timeout = Timeout)]
    public Task The_window_responds_while_no_frame_arrives() => Task.Run(() =>
    {
        window.OnPump = pumped =>
        {
            if (pumped == 50)
                stream.OnCompleted();
            return -1;
        };
        Run(() => { });
        Assert.InRange(window.Pumped, 50, int.MaxValue);
    });

    [Fact(Timeout = Timeout)]
    public Task A_key_ends_the_preview_while_no_frame_arrives() => Task.Run(() =>
    {
        window.OnPump = _ => 'q';
        var closed = 0;
        Run(() =>
        {
            closed++;
            stream.OnCompleted();
        });
        Assert.Equal(1, closed);
    });

    [Fact(Timeout = Timeout)]
    public Task Closing_the_window_ends_the_preview_while_no_frame_arrives() => Task.Run(() =>
    {
        window.OnPump = pumped =>
        {
            window.IsClosed = pumped >= 3;
            return -1;
        };
        var closed = 0;
        // The stream takes a while to end; the preview must not request the close a second time.
        Run(() =>
        {
            closed++;
            Task.Delay(200).ContinueWith(_ => stream.OnCompleted(), TaskScheduler.Default);
        });
        Assert.Equal(1, closed);
    });

    [Fact(Timeout = Timeout)]
    public Task There_is_no_snapshot_before_the_first_picture() => Task.Run(() =>
    {
        var keys = new Queue<int>(['s', 'q']);
        window.OnPump = _ => keys.TryDequeue(out var key) ? key : -1;
        Run(stream.OnCompleted);
    });

    [Fact(Timeout = Timeout)]
    public Task An_error_of_the_stream_is_passed_on() => Task.Run(() =>
    {
        window.OnPump = _ =>
        {
            stream.OnError(new InvalidOperationException("no lens"));
            return -1;
        };
        Assert.Equal("no lens", Assert.Throws<InvalidOperationException>(() => Run(() => { })).Message);
    });

    private void Run(Action close)
    {
        using var preview = new WindowPreview(window, new PreviewState(new RenderOptions()), 25, NullLogger.Instance);
        preview.Run(stream, close);
    }

    private sealed class FakeWindow : IPreviewWindow
    {
        public Func<int, int> OnPump { get; set; } = _ => -1;

        public int Pumped { get; private set; }

        public bool IsClosed { get; set; }

        public void Open()
        {
        }

        public void Show(Mat picture)
        {
        }

        public int Pump() => OnPump(++Pumped);

        public void Dispose()
        {
        }
    }
}

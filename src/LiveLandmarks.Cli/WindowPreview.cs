using System.Collections.Concurrent;
using System.Globalization;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>Shows frames in a window, on the thread that calls <see cref="Run"/>, as windowing systems require.</summary>
/// <param name="window">The window; disposed with this.</param>
/// <param name="state">What is drawn at first.</param>
/// <param name="framesPerSecond">Frame rate of recordings.</param>
/// <param name="logger">Logs recordings.</param>
internal sealed class WindowPreview(IPreviewWindow window, PreviewState state, double framesPerSecond, ILogger logger) : IDisposable
{
    // While no frame arrives, window events are processed at this interval.
    private static readonly TimeSpan PumpInterval = TimeSpan.FromMilliseconds(15);

    private readonly BlockingCollection<TrackedFrame> waiting = new(1);
    private readonly RateMeter rate = new();
    private readonly Mat picture = new();
    private LandmarkRenderer renderer = new(state.Render);
    private VideoRecorder? recorder;

    /// <summary>Forgets what was learned about the people's faces; null if nothing is learned.</summary>
    public Action? LearnAnew { get; init; }

    /// <summary>Throws if no window can be opened; otherwise OpenCV would end the process.</summary>
    /// <exception cref="DeviceUnavailableException">There is no display.</exception>
    public static void RequireDisplay()
    {
        if (OperatingSystem.IsLinux()
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")))
        {
            throw new DeviceUnavailableException(
                "no display to open a window on; use --headless, with --json, --csv or --send for the landmarks.");
        }
    }

    /// <summary>Shows a stream until it ends, Escape or Q is pressed, or the window is closed.</summary>
    /// <param name="stream">Tracked frames.</param>
    /// <param name="close">Called once when the window is closed, to end the stream.</param>
    /// <exception cref="OutputException">A snapshot or recording cannot be written.</exception>
    public void Run(IObservable<TrackedFrame> stream, Action close)
    {
        Exception? failure = null;
        using var subscription = stream.Subscribe(
            Offer,
            error =>
            {
                failure = error;
                waiting.CompleteAdding();
            },
            waiting.CompleteAdding);

        window.Open();
        for (var closing = false; !waiting.IsCompleted;)
        {
            if (waiting.TryTake(out var tracked, PumpInterval))
            {
                using (tracked)
                    Show(tracked);
            }
            Press(window.Pump());
            if (closing || !(state.Closed || window.IsClosed))
                continue;
            closing = true;
            close();
        }
        if (failure is not null)
            throw failure;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (waiting.TryTake(out var tracked))
            tracked.Dispose();
        waiting.Dispose();
        recorder?.Dispose();
        picture.Dispose();
        window.Dispose();
    }

    private static string FileName(string extension) =>
        $"livelandmarks-{DateTime.Now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}{extension}";

    private void Offer(TrackedFrame tracked)
    {
        tracked.Retain();
        if (waiting.IsAddingCompleted || !waiting.TryAdd(tracked))
            tracked.Dispose();
    }

    /// <summary>Shows a frame. Snapshots and recordings contain the faces but not the status line.</summary>
    private void Show(TrackedFrame tracked)
    {
        tracked.Frame.Image.CopyTo(picture);
        renderer.Draw(picture, tracked.Faces);
        recorder?.Write(picture, tracked.Frame.Timestamp);
        rate.Add(tracked.Frame.Age);
        using var shown = picture.Clone();
        LandmarkRenderer.DrawStatus(shown, state.Help ? PreviewState.Keys : $"{rate}{(recorder is null ? "" : "  REC")}  H keys");
        window.Show(shown);
    }

    private void Press(int key)
    {
        if (key == PreviewState.SnapshotKey && !picture.Empty())
        {
            var path = FileName(".png");
            PictureFile.Write(path, picture);
            Console.Error.WriteLine($"{path}: written");
        }
        if (key == PreviewState.LearnAnewKey)
            LearnAnew?.Invoke();
        var before = state;
        state = state.Press(key);
        if (state.Render != before.Render)
            renderer = new LandmarkRenderer(state.Render);
        if (state.Recording == before.Recording)
            return;
        recorder?.Dispose();
        recorder = state.Recording ? new VideoRecorder(FileName(".mp4"), framesPerSecond, logger: logger) : null;
    }
}

using System.Collections.Concurrent;
using LiveLandmarks.Inference;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>Shows frames in a window, on the thread that calls <see cref="Run"/>, as windowing systems demand.</summary>
/// <param name="title">The window's title.</param>
internal sealed class WindowPreview(string title) : IDisposable
{
    private const int EscapeKey = 27;

    private readonly BlockingCollection<TrackedFrame> waiting = new(1);

    /// <summary>Fails where no window can be opened; OpenCV would end the process.</summary>
    /// <exception cref="DeviceUnavailableException">There is no display.</exception>
    public static void RequireDisplay()
    {
        if (OperatingSystem.IsLinux()
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")))
        {
            throw new DeviceUnavailableException("no display to open a window on; use --headless, with --json for the landmarks.");
        }
    }

    /// <summary>Shows a stream until it ends, Escape or Q is pressed, or the window is closed.</summary>
    /// <param name="stream">Frames as they shall be shown.</param>
    /// <param name="close">Called once when the window was closed, to end the stream.</param>
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

        var last = TimeSpan.Zero;
        foreach (var tracked in waiting.GetConsumingEnumerable())
        {
            using (tracked)
            {
                var elapsed = (tracked.Frame.Timestamp - last).TotalSeconds;
                last = tracked.Frame.Timestamp;
                LandmarkRenderer.DrawStatus(tracked.Frame.Image, $"{(elapsed > 0 ? 1 / elapsed : 0):0} fps");
                Cv2.ImShow(title, tracked.Frame.Image);
            }
            if (Cv2.WaitKey(1) is EscapeKey or 'q' || Cv2.GetWindowProperty(title, WindowPropertyFlags.Visible) < 1)
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
        Cv2.DestroyAllWindows();
    }

    private void Offer(TrackedFrame tracked)
    {
        tracked.Retain();
        if (waiting.IsAddingCompleted || !waiting.TryAdd(tracked))
            tracked.Dispose();
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// The slot of a plug-in's overlay. The overlay draws on its own thread and onto copies, so that an overlay that never returns blocks
/// neither the stream nor a picture in use.
/// </summary>
internal sealed class PlugInSlot : OverlaySlot
{
    private readonly OverlayLimits limits;
    private readonly OverlayThread thread;
    private readonly Action draw;
    private readonly Mat image = new();
    private readonly Mat canvas = new();
    private IOverlay? overlay;
    private OverlayFrame? frame;
    private int strikes;

    private PlugInSlot(OverlayInfo info, OverlayLimits limits)
        : base(info)
    {
        this.limits = limits;
        draw = () => overlay!.Draw(frame!);
        thread = new OverlayThread($"overlay {info.Name}", Free);
    }

    /// <summary>Opens an overlay in a slot. Its constructor, its options' setters and its start run on the slot's thread, within the
    /// limits.</summary>
    /// <param name="kind">The overlay to make.</param>
    /// <param name="options">The user's options.</param>
    /// <param name="limits">The limits for the overlay.</param>
    /// <returns>The slot. If the overlay's code hangs, or throws anything but an <see cref="OverlayException"/>, the overlay is switched
    /// off.</returns>
    /// <exception cref="OverlayException">The options cannot be used, or the overlay throws this at its start.</exception>
    public static PlugInSlot Start(OverlayKind kind, OverlayOptionsFile options, OverlayLimits limits)
    {
        var slot = new PlugInSlot(kind.Info, limits);
        OverlayException? refusal = null;
        try
        {
            slot.thread.Call(Begin, limits.MaxStartTime, limits.MaxMemory, "to start");
        }
        catch (OverlayException e)
        {
            slot.Failure = e.Message;
            slot.thread.Dispose();
        }
        return refusal is null ? slot : throw refusal;

        void Begin()
        {
            try
            {
                slot.overlay = kind.Open(options);
            }
            catch (OverlayException e)
            {
                refusal = e;
                slot.thread.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public override bool Draw(OverlayFrame frame)
    {
        if (Failure is not null)
            return false;
        frame.Image.CopyTo(image);
        frame.Canvas.CopyTo(canvas);
        this.frame = frame with { Image = image, Canvas = canvas, Stop = thread.Stop };
        try
        {
            var (time, allocated) = thread.Call(draw, limits.MaxFrameTime, limits.MaxMemory, "for one frame");
            Judge(time, allocated);
            RequireSameShape(frame.Canvas);
            canvas.CopyTo(frame.Canvas);
            return true;
        }
        catch (OverlayException e)
        {
            Failure = e.Message;
            return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => thread.Dispose();

    private void Judge(TimeSpan time, long allocated)
    {
        strikes = time > limits.UsualTime || allocated > limits.UsualMemory ? strikes + 1 : 0;
        if (strikes >= limits.MaxSlowFrames)
        {
            thread.Dispose();
            throw new OverlayException(
                $"it took {time.TotalMilliseconds:0} ms and {allocated >> 10} KiB for a frame, more than " +
                    $"{limits.UsualTime.TotalMilliseconds:0} ms or {limits.UsualMemory >> 10} KiB, {strikes} times in a row");
        }
    }

    private void RequireSameShape(Mat before)
    {
        if (canvas.Size() != before.Size() || canvas.Type() != before.Type())
            throw new OverlayException("it gave the canvas another size or type");
    }

    private void Free()
    {
        try
        {
            (overlay as IDisposable)?.Dispose();
        }
        catch (Exception)
        {
            // A plug-in that fails when it is disposed does no harm.
        }
        image.Dispose();
        canvas.Dispose();
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// The slot of a plug-in's overlay. It draws on a thread of its own and onto copies, so that one that never returns holds neither the stream nor a
/// picture that others use.
/// </summary>
internal sealed class PlugInSlot : OverlaySlot
{
    private readonly IOverlay overlay;
    private readonly OverlayLimits limits;
    private readonly OverlayThread thread;
    private readonly Mat image = new();
    private readonly Mat canvas = new();
    private OverlayFrame? frame;
    private int strikes;

    /// <summary>Fills the slot.</summary>
    /// <param name="info">The overlay.</param>
    /// <param name="overlay">The same, started; disposed with the slot.</param>
    /// <param name="limits">What it may cost.</param>
    public PlugInSlot(OverlayInfo info, IOverlay overlay, OverlayLimits limits)
        : base(info)
    {
        (this.overlay, this.limits) = (overlay, limits);
        thread = new OverlayThread($"overlay {info.Name}", () => overlay.Draw(frame!), Free);
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
            var (time, allocated) = thread.Call(limits);
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
        strikes = time > limits.Usual || allocated > limits.UsualMemory ? strikes + 1 : 0;
        if (strikes >= limits.Patience)
        {
            thread.Dispose();
            throw new OverlayException(
                $"it took {time.TotalMilliseconds:0} ms and {allocated >> 10} KiB for a frame, more than {limits.Usual.TotalMilliseconds:0} ms or {limits.UsualMemory >> 10} KiB, {strikes} times in a row");
        }
    }

    private void RequireSameShape(Mat before)
    {
        if (canvas.Size() != before.Size() || canvas.Type() != before.Type())
            throw new OverlayException("it made the canvas another size or type");
    }

    private void Free()
    {
        try
        {
            (overlay as IDisposable)?.Dispose();
        }
        catch (Exception)
        {
            // A plug-in that fails in the end harms nobody any more.
        }
        image.Dispose();
        canvas.Dispose();
    }
}

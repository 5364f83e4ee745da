namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The slot of an overlay that ships.</summary>
/// <param name="info">The overlay.</param>
/// <param name="overlay">The same, started; disposed with the slot.</param>
internal sealed class ShippedSlot(OverlayInfo info, IOverlay overlay) : OverlaySlot(info)
{
    /// <inheritdoc/>
    public override bool Draw(OverlayFrame frame)
    {
        if (Failure is not null)
            return false;
        try
        {
            overlay.Draw(frame);
            return true;
        }
        catch (Exception e)
        {
            Failure = $"it throws {e.GetType().Name}: {e.Message}";
            return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => (overlay as IDisposable)?.Dispose();
}

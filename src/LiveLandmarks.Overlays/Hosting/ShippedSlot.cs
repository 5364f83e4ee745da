namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The slot of an overlay that ships.</summary>
/// <param name="info">The overlay.</param>
/// <param name="overlay">The same, started; disposed with the slot.</param>
internal sealed class ShippedSlot(OverlayInfo info, IOverlay overlay) : OverlaySlot(info)
{
    /// <summary>Makes an overlay and puts it into a slot.</summary>
    /// <param name="kind">What to make.</param>
    /// <param name="options">The user's options.</param>
    /// <exception cref="OverlayException">It does not start.</exception>
    public static ShippedSlot Start(OverlayKind kind, OverlayOptionsFile options)
    {
        try
        {
            return new ShippedSlot(kind.Info, kind.Open(options));
        }
        catch (Exception e) when (e is not LiveLandmarksException)
        {
            throw new OverlayException($"overlay {kind.Info.Name} does not start: {e.Message}", e);
        }
    }

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

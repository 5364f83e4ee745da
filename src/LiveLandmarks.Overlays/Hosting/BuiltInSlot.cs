namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The slot of a built-in overlay.</summary>
/// <param name="info">The overlay's description.</param>
/// <param name="overlay">The started overlay; disposed with the slot.</param>
internal sealed class BuiltInSlot(OverlayInfo info, IOverlay overlay) : OverlaySlot(info)
{
    /// <summary>Opens an overlay in a slot.</summary>
    /// <param name="kind">The overlay to make.</param>
    /// <param name="options">The user's options.</param>
    /// <exception cref="OverlayException">The overlay does not start.</exception>
    public static BuiltInSlot Start(OverlayKind kind, OverlayOptionsFile options)
    {
        try
        {
            return new BuiltInSlot(kind.Info, kind.Open(options));
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

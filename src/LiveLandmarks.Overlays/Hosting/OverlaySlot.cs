namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Holds an overlay in a chain.</summary>
/// <param name="info">The overlay's description.</param>
internal abstract class OverlaySlot(OverlayInfo info) : IDisposable
{
    /// <summary>The overlay's description.</summary>
    public OverlayInfo Info { get; } = info;

    /// <summary>Why it was switched off; null while it draws.</summary>
    public string? Failure { get; protected set; }

    /// <summary>Opens an overlay in a slot. Built-in overlays are called directly, those of plug-ins on their own threads.</summary>
    /// <param name="kind">The overlay to make.</param>
    /// <param name="options">The user's options.</param>
    /// <param name="limits">The limits for overlays of plug-ins.</param>
    /// <returns>The slot. If the code of a plug-in's overlay hangs or throws, the overlay is switched off.</returns>
    /// <exception cref="OverlayException">The options cannot be used, the overlay throws this at its start, or a built-in overlay does not
    /// start.</exception>
    public static OverlaySlot Open(OverlayKind kind, OverlayOptionsFile options, OverlayLimits limits) =>
        kind.Info.PlugIn is null ? BuiltInSlot.Start(kind, options) : PlugInSlot.Start(kind, options, limits);

    /// <summary>Lets the overlay draw, unless it was switched off.</summary>
    /// <param name="frame">The frame. If the overlay fails, its canvas may contain a partial drawing.</param>
    /// <returns>Whether the overlay drew.</returns>
    public abstract bool Draw(OverlayFrame frame);

    /// <inheritdoc/>
    public abstract void Dispose();
}

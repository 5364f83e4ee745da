namespace LiveLandmarks.Overlays.Hosting;

/// <summary>An overlay's place in a chain.</summary>
/// <param name="info">The overlay.</param>
internal abstract class OverlaySlot(OverlayInfo info) : IDisposable
{
    /// <summary>The overlay.</summary>
    public OverlayInfo Info { get; } = info;

    /// <summary>Why it was switched off; null while it draws.</summary>
    public string? Failure { get; protected set; }

    /// <summary>Puts an overlay into a slot: those that ship are called straight, those of plug-ins on a thread of their own.</summary>
    /// <param name="kind">What to make.</param>
    /// <param name="options">The user's options.</param>
    /// <param name="limits">What a plug-in's may cost.</param>
    /// <returns>The slot; a plug-in's overlay whose code hangs or throws is in it, switched off.</returns>
    /// <exception cref="OverlayException">Its options cannot be used, or the overlay says itself why it does not start, or one that ships
    /// does not.</exception>
    public static OverlaySlot Open(OverlayKind kind, OverlayOptionsFile options, OverlayLimits limits) =>
        kind.Info.PlugIn is null ? ShippedSlot.Start(kind, options) : PlugInSlot.Start(kind, options, limits);

    /// <summary>Lets the overlay draw, unless it was switched off.</summary>
    /// <param name="frame">The frame; where the overlay fails, its canvas may be left half drawn upon.</param>
    /// <returns>Whether it drew.</returns>
    public abstract bool Draw(OverlayFrame frame);

    /// <inheritdoc/>
    public abstract void Dispose();
}

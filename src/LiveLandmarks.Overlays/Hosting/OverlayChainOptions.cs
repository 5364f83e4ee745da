namespace LiveLandmarks.Overlays.Hosting;

/// <summary>How overlays are run.</summary>
public sealed record OverlayChainOptions
{
    /// <summary>JSON file with the overlays' options; null to use their defaults. See <see cref="OverlayOptionsFile"/>.</summary>
    public string? OptionsFile { get; init; }

    /// <summary>Whether a plug-in or options file that changes is reloaded while the stream runs.</summary>
    public bool HotReload { get; init; }

    /// <summary>The limits for overlays of plug-ins.</summary>
    public OverlayLimits Limits { get; init; } = new();
}

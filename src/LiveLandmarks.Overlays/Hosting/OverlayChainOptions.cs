namespace LiveLandmarks.Overlays.Hosting;

/// <summary>How overlays are run.</summary>
public sealed record OverlayChainOptions
{
    /// <summary>JSON file with the overlays' options; null where each is taken as it is by itself. See
    /// <see cref="OverlayOptionsFile"/>.</summary>
    public string? OptionsFile { get; init; }

    /// <summary>Whether a plug-in or options file that changes is loaded anew while the stream goes on.</summary>
    public bool HotReload { get; init; }

    /// <summary>What a plug-in's overlay may cost.</summary>
    public OverlayLimits Limits { get; init; } = new();
}

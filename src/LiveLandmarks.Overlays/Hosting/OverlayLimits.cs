namespace LiveLandmarks.Overlays.Hosting;

/// <summary>What a plug-in's overlay may cost before it is switched off.</summary>
public sealed record OverlayLimits
{
    /// <summary>Longest time for one frame: beyond it the overlay counts as hanging and is ended by force.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time for its constructor, options and start together, in which it may read files: beyond it the overlay counts as
    /// hanging.</summary>
    public TimeSpan LongestStart { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Most managed memory taken during one frame, or during the start, bytes, by the whole program: beyond it the overlay is
    /// ended by force.</summary>
    public long MostMemory { get; init; } = 512L << 20;

    /// <summary>Time that a frame may take every time.</summary>
    public TimeSpan Usual { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Managed memory that it may take for every frame, bytes.</summary>
    public long UsualMemory { get; init; } = 16L << 20;

    /// <summary>Frames in a row beyond what is usual after which it is switched off.</summary>
    public int Patience { get; init; } = 30;
}

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Limits of time and memory beyond which a plug-in's overlay is switched off.</summary>
public sealed record OverlayLimits
{
    /// <summary>Maximum time for one frame. Beyond it the overlay counts as hanging and is ended by force.</summary>
    public TimeSpan MaxFrameTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Maximum time for its constructor, options and start together, in which it may read files. Beyond it the overlay counts as
    /// hanging.</summary>
    public TimeSpan MaxStartTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Maximum managed memory, in bytes, that the whole program may allocate during one frame or during the start. Beyond it the
    /// overlay is ended by force.</summary>
    public long MaxMemory { get; init; } = 512L << 20;

    /// <summary>Time that every frame may take.</summary>
    public TimeSpan UsualTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Managed memory that the overlay may allocate for every frame, in bytes.</summary>
    public long UsualMemory { get; init; } = 16L << 20;

    /// <summary>Number of frames in a row beyond <see cref="UsualTime"/> or <see cref="UsualMemory"/> that switch it off.</summary>
    public int MaxSlowFrames { get; init; } = 30;
}

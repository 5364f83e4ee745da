using LiveLandmarks.Streams;

namespace LiveLandmarks.Capture;

/// <summary>How a source is opened and what is done to its pictures. What concerns cameras and streams alone does nothing to
/// files.</summary>
public sealed record CaptureOptions
{
    /// <summary>Width that a camera is asked for in pixels; null for its own choice. It may deliver another: see
    /// <see cref="StreamInfo"/>.</summary>
    public int? Width { get; init; }

    /// <summary>Height that a camera is asked for in pixels; null for its own choice.</summary>
    public int? Height { get; init; }

    /// <summary>Frame rate that a camera is asked for; null for its own choice.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>
    /// Pixel format that a camera is asked for, four characters such as <c>MJPG</c> or <c>YUY2</c>; null for its own choice.
    /// Many cameras reach 30 frames a second at large sizes only with <c>MJPG</c>.
    /// </summary>
    public string? PixelFormat { get; init; }

    /// <summary>Through which system interface cameras are opened.</summary>
    public CameraBackend Backend { get; init; }

    /// <summary>Quarter turns clockwise, 0 to 3, for a camera that hangs sideways.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>Whether pictures are mirrored, as people expect of their own picture.</summary>
    public bool Mirror { get; init; }

    /// <summary>Whether a video file is played at its own pace, as if it came from a camera.</summary>
    public bool RealTime { get; init; }

    /// <summary>What happens when frames come faster than faces are found; null to drop frames of cameras and streams, and none of files
    /// that are not played at their pace.</summary>
    public Overflow? Overflow { get; init; }

    /// <summary>What is done when a camera or network stream falters; null to end with an error at once.</summary>
    public ReconnectOptions? Reconnect { get; init; } = new();

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">One is not; says which.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width ?? 1, nameof(Width));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Height ?? 1, nameof(Height));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FramesPerSecond ?? 1, nameof(FramesPerSecond));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)QuarterTurns, 3u, nameof(QuarterTurns));
        if (PixelFormat is { Length: not 4 })
            throw new ArgumentException($"A pixel format has four characters, not \"{PixelFormat}\".");
        Reconnect?.Validate();
    }
}

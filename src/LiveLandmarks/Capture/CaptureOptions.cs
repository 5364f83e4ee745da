using LiveLandmarks.Streams;

namespace LiveLandmarks.Capture;

/// <summary>How a source is opened and how its pictures are changed. Options for cameras and streams have no effect on files.</summary>
public sealed record CaptureOptions
{
    /// <summary>Width to request from a camera, in pixels; null for the camera's default. The camera may deliver another width; see
    /// <see cref="StreamInfo"/>.</summary>
    public int? Width { get; init; }

    /// <summary>Height to request from a camera, in pixels; null for the camera's default.</summary>
    public int? Height { get; init; }

    /// <summary>Frame rate to request from a camera; null for the camera's default.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>
    /// Pixel format to request from a camera, four characters such as <c>MJPG</c> or <c>YUY2</c>; null for the camera's default. Many
    /// cameras reach 30 frames per second at large sizes only with <c>MJPG</c>.
    /// </summary>
    public string? PixelFormat { get; init; }

    /// <summary>The system interface through which cameras are opened.</summary>
    public CameraBackend Backend { get; init; }

    /// <summary>Number of clockwise quarter turns, 0 to 3, for a camera that is mounted sideways.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>Whether pictures are mirrored, as people expect when they see themselves.</summary>
    public bool Mirror { get; init; }

    /// <summary>Whether a video file is played in real time, as if it came from a camera.</summary>
    public bool RealTime { get; init; }

    /// <summary>What happens when frames arrive faster than they are processed. Null to drop frames of cameras, streams and files played in
    /// real time, but no frames of other files.</summary>
    public Overflow? Overflow { get; init; }

    /// <summary>What to do when a camera or network stream fails; null to end with an error at once.</summary>
    public ReconnectOptions? Reconnect { get; init; } = new();

    /// <summary>Throws unless every value is in range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
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

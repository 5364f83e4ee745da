using System.Globalization;
using LiveLandmarks.Capture;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks;

/// <summary>Opens sources of frames: cameras, network streams and files.</summary>
/// <example>
/// <code>
/// using LiveLandmarks;
///
/// using var tracker = FaceTracker.Create();
/// using var subscription = Camera.Open(0).TrackFaces(tracker).Subscribe(
///     result =&gt; Console.WriteLine($"{result.Time}: {result.Faces.Count} faces"),
///     error =&gt; Console.Error.WriteLine(error.Message));
/// Console.ReadLine();
/// </code>
/// </example>
public static class Camera
{
    /// <summary>Opens a camera by number.</summary>
    /// <param name="index">Number of the camera, from 0, as the system counts them.</param>
    /// <param name="options">Null for the defaults, which reopen a camera that fails.</param>
    /// <param name="logger">Logs when the camera is lost and when it is back; null to log nothing.</param>
    /// <exception cref="ArgumentException">The number is negative, or an option is out of range.</exception>
    public static FrameSource Open(int index, CaptureOptions? options = null, ILogger? logger = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Open(index.ToString(CultureInfo.InvariantCulture), options, logger);
    }

    /// <summary>Opens a camera by number or name, a network stream by address, a folder of pictures, a picture, or a video file.</summary>
    /// <param name="source">Such as <c>0</c>, <c>camera:Logitech</c>, <c>rtsp://host/stream</c>, <c>photos/</c>, <c>face.jpg</c> or
    /// <c>talk.mp4</c>.</param>
    /// <param name="options">Null for the defaults, which reopen a camera or network stream that fails.</param>
    /// <param name="logger">Logs when a source is lost and when it is back; null to log nothing.</param>
    /// <returns>The source. Each subscription opens it; if it cannot be opened, the subscription ends with an
    /// <see cref="InputException"/>.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static FrameSource Open(string source, CaptureOptions? options = null, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        options ??= new CaptureOptions();
        options.Validate();
        return new FrameSource(source, options, logger);
    }
}

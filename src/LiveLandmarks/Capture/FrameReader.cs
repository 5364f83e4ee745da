using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveLandmarks.Capture;

/// <summary>Opens any source that a user can name.</summary>
public static class FrameReader
{
    private const string CameraPrefix = "camera:";

    /// <summary>Opens a camera by number or name, a network stream by address, a folder of pictures, a picture, or a video file.</summary>
    /// <param name="source">Such as <c>0</c>, <c>camera:Logitech</c>, <c>rtsp://host/stream</c>, <c>photos/</c>, <c>face.jpg</c> or
    /// <c>talk.mp4</c>.</param>
    /// <param name="options">Null for the defaults, which reopen a camera or network stream that fails.</param>
    /// <param name="logger">Logs when a source is lost and when it is back; null to log nothing.</param>
    /// <exception cref="InputException">The source is missing or unreadable.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IFrameReader Open(string source, CaptureOptions? options = null, ILogger? logger = null)
    {
        options ??= new CaptureOptions();
        options.Validate();
        var reader = OpenLevel(source, options, logger ?? NullLogger.Instance);
        return options.QuarterTurns > 0 || options.Mirror ? new OrientedReader(reader, options.QuarterTurns, options.Mirror) : reader;
    }

    private static IFrameReader OpenLevel(string source, CaptureOptions options, ILogger logger)
    {
        if (int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return OpenCamera(CameraList.Named().FirstOrDefault(camera => camera.Index == index)
                ?? new CameraInfo(index, $"camera {index}", ""), options, logger);
        if (source.StartsWith(CameraPrefix, StringComparison.OrdinalIgnoreCase))
            return OpenCamera(CameraList.Find(source[CameraPrefix.Length..], CameraList.Named()), options, logger);
        if (source.Contains("://", StringComparison.Ordinal))
            return OpenUrl(source, options, logger);
        IFrameReader file = Directory.Exists(source) ? ImageReader.Folder(source) : VideoReader.OpenFile(source, logger);
        return options.RealTime ? new PacedReader(file, TimeProvider.System) : file;
    }

    /// <summary>Opens a camera on a thread that can be abandoned: otherwise a hanging driver would block the caller.</summary>
    private static WatchedReader OpenCamera(CameraInfo camera, CaptureOptions options, ILogger logger) => WatchedReader.Open(
        $"camera {camera.Index}",
        () => CameraReader.Open(CameraList.Again(camera, CameraList.Named()), options),
        options.Reconnect,
        TimeProvider.System,
        logger);

    /// <summary>Opens an address. If it is that of a file, it has a length, ends, and continues where the connection was lost.</summary>
    private static IFrameReader OpenUrl(string address, CaptureOptions options, ILogger logger)
    {
        var stream = StreamOpener.Open(address);
        var reader = options.Reconnect is { } reconnect
            ? WatchedReader.Open(address, stream.Next, reconnect, TimeProvider.System, logger)
            : stream.Next();
        return options.RealTime && reader.Info.FrameCount is not null ? new PacedReader(reader, TimeProvider.System) : reader;
    }
}

using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>Log messages about files that are written.</summary>
internal static partial class OutputLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Path}: recording {Width}x{Height} pictures as {Codec}")]
    public static partial void RecordingBegun(this ILogger logger, string path, int width, int height, string codec);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Path}: the ffmpeg program with x264 is not installed, so this becomes {Codec} at a constant rate, without sound, and " +
            "browsers may not play it")]
    public static partial void RecordingWithoutFfmpeg(this ILogger logger, string path, string codec);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Path}: {Width}x{Height} pictures are recorded as {RecordedWidth}x{RecordedHeight}: H.264 in 4:2:0 needs even sizes")]
    public static partial void RecordingCropped(
        this ILogger logger, string path, int width, int height, int recordedWidth, int recordedHeight);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path}: recording finished, {Frames} frames")]
    public static partial void RecordingFinished(this ILogger logger, string path, long frames);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Name}: {Lines} lines written")]
    public static partial void LinesFinished(this ILogger logger, string name, long lines);
}

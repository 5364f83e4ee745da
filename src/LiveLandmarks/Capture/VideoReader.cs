using LiveLandmarks.Ffmpeg;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveLandmarks.Capture;

/// <summary>Opens video files: with the ffmpeg program or, if that is not installed, with OpenCV.</summary>
public static partial class VideoReader
{
    /// <summary>
    /// Opens a video file. Its pictures are those that a player shows: upright, with square pixels, in the colors that the file names,
    /// trimmed by its edit list, each at its own time to the millisecond. All have the same size; if the size changes within the file,
    /// later pictures are fitted into the first size. Pictures that cannot be decoded are left out; <see cref="IFrameReader.Read"/> reports
    /// them after the last one.
    /// </summary>
    /// <param name="path">The file; a picture is a video of one frame.</param>
    /// <param name="logger">Logs when OpenCV reads the file; null to log nothing.</param>
    /// <exception cref="InputException">The file does not exist, is empty, or is not a readable video.</exception>
    /// <remarks>Without ffmpeg, OpenCV reads the file, without most of these features; see docs/adr/0013-ffmpeg.md.</remarks>
    public static IFrameReader OpenFile(string path, ILogger? logger = null)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InputException(Directory.Exists(path) ? $"{path}: a folder, not a video; name the file." : $"{path}: no such file.");
        if (file.Length == 0)
            throw new InputException($"{path}: the file is empty.");
        if (ImageFile.HasKnownExtension(path) && !(ImageFile.MayMove(path) && FfmpegProgram.Installed is not null))
            return new ImageReader(path, [path]);
        if (FfmpegProgram.Installed is not null && VideoProbe.Of(path) is { } probe)
            return FfmpegReader.OpenFile(path, probe);
        LogWithoutFfmpeg(logger ?? NullLogger.Instance, path);
        return OpenCvReader.OpenFile(path);
    }

    /// <summary>What a video file reports about itself.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file does not exist, is empty, or is not a readable video.</exception>
    public static StreamInfo Inspect(string path)
    {
        using var reader = OpenFile(path);
        return reader.Info;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Path}: ffmpeg and ffprobe are not installed, so OpenCV reads it: trimmed, damaged and unevenly timed videos may come " +
            "out wrong")]
    private static partial void LogWithoutFfmpeg(ILogger logger, string path);
}

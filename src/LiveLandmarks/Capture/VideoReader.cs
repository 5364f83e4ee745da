using LiveLandmarks.Ffmpeg;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveLandmarks.Capture;

/// <summary>Opens video files: by the ffmpeg program, or, where that is not installed, by OpenCV.</summary>
public static partial class VideoReader
{
    /// <summary>
    /// Opens a video file. Its pictures come as a player shows them: upright, with square pixels, in the colors that the file names,
    /// trimmed by its edit list, each at its own time to the millisecond. All have one size; where it changes within the file, later ones
    /// are fitted into the first. Pictures that cannot be decoded are left out, which <see cref="IFrameReader.Read"/> tells after the last
    /// one.
    /// </summary>
    /// <param name="path">The file; a picture is a video of one frame.</param>
    /// <param name="logger">Told when OpenCV reads it; null for nobody.</param>
    /// <exception cref="InputException">No such file, empty, or not a video that can be read.</exception>
    /// <remarks>Without ffmpeg OpenCV reads what it can, without most of that: see docs/adr/0013-ffmpeg.md.</remarks>
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

    /// <summary>What a video file says of itself.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">No such file, empty, or not a video that can be read.</exception>
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

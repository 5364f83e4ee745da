using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes an MP4 file. With the ffmpeg program: H.264 in which every picture keeps its own time, with the sound of another video and the
/// index at the start of the file. Without it: OpenCV's encoder, at a constant rate, without sound. The file appears under its name only
/// when it is complete, so an interrupted run never leaves a partial file there. Thread-safe.
/// </summary>
public sealed class VideoRecorder : IDisposable
{
    private const int FramesBetweenSpaceChecks = 10;

    // Room for data that the encoder still holds, and for the container's index.
    private const long ReservedBytes = 1 << 20;

    private readonly Lock gate = new();
    private readonly string path;
    private readonly OutputClaim claim;
    private readonly ScratchFile partial;
    private readonly string place;
    private readonly double framesPerSecond;
    private readonly string? soundOf;
    private readonly ILogger logger;
    private IVideoEncoder? encoder;
    private DriveInfo? drive;
    private TimeSpan start;
    private long frames;
    private bool disposed;

    /// <summary>Prepares a recording; the file is opened with the first frame.</summary>
    /// <param name="path">The file, <c>.mp4</c>; an old one is replaced when the new one is complete.</param>
    /// <param name="framesPerSecond">Nominal frame rate of the file, above 0.</param>
    /// <param name="soundOf">The video that the pictures come from, whose sound is added; the pictures' times must be those of
    /// <see cref="Capture.VideoReader"/>. Null for no sound.</param>
    /// <param name="logger">Logs when the recording starts and when it is complete, and what it lacks without ffmpeg; null to log
    /// nothing.</param>
    /// <exception cref="OutputException">The folder cannot be made or written to, the path is that of a folder, or another run is writing
    /// the file.</exception>
    public VideoRecorder(string path, double framesPerSecond, string? soundOf = null, ILogger? logger = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(framesPerSecond, 0);
        this.path = path;
        this.framesPerSecond = framesPerSecond;
        this.soundOf = soundOf;
        this.logger = logger ?? NullLogger.Instance;
        var extension = Path.GetExtension(path);
        if (!extension.Equals(".mp4", StringComparison.OrdinalIgnoreCase))
            throw new OutputException($"{path}: videos are written as .mp4; give a name that ends in .mp4.");
        place = OutputFile.Prepare(path);
        claim = OutputClaim.Take(place, path);
        try
        {
            partial = OutputFile.ScratchBeside(place, path);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="image">BGR, 8 bits, the same size as the first frame; an odd last row or column is dropped.</param>
    /// <param name="time">When the frame was captured; increases from frame to frame. The recording starts at the first time.</param>
    /// <exception cref="OutputException">No encoder accepts the picture, or the disk is full.</exception>
    public void Write(Mat image, TimeSpan time)
    {
        lock (gate)
        {
            if (disposed)
                return;
            if (encoder is null)
            {
                start = time;
                encoder = Open(image.Size());
            }
            if (frames++ % FramesBetweenSpaceChecks == 0)
                CheckSpace();
            encoder.Write(image, time - start);
        }
    }

    /// <summary>Completes the file and moves it to its place. Without any frame, no file is made.</summary>
    /// <exception cref="OutputException">The file cannot be completed or moved to its place.</exception>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            using (claim)
            using (partial)
            {
                if (encoder is null)
                    return;
                using (encoder)
                    encoder.Complete();
                PutInPlace();
            }
        }
    }

    private void PutInPlace()
    {
        try
        {
            partial.MoveTo(place);
            logger.RecordingFinished(path, frames);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            partial.Keep();
            throw new OutputException($"{path}: cannot be replaced: {e.Message} The video is in {partial.Path}.", e);
        }
    }

    private IVideoEncoder Open(Size size)
    {
        IVideoEncoder? opened = FfmpegEncoder.Open(
            partial.Path, path, size, framesPerSecond, soundOf is null ? null : SoundTrack.Of(soundOf), start);
        if (opened is null)
        {
            opened = OpenCvEncoder.Open(partial.Path, path, size, framesPerSecond);
            logger.RecordingWithoutFfmpeg(path, opened.Codec);
        }
        logger.RecordingBegun(path, size.Width, size.Height, opened.Codec);
        if ((size.Width | size.Height) % 2 != 0)
            logger.RecordingCropped(path, size.Width, size.Height, size.Width & ~1, size.Height & ~1);
        return opened;
    }

    /// <summary>Throws while there is still room to complete the file.</summary>
    private void CheckSpace()
    {
        if (!File.Exists(partial.Path))
            throw new OutputException($"{path}: the file that the video was written to is gone; leave its folder alone, and run again.");
        drive ??= new DriveInfo(partial.Path);
        if (drive.AvailableFreeSpace < ReservedBytes)
            throw new OutputException(
                $"{path}: the disk is full; the video ends after {frames - 1} frames. Free some space and run again.");
    }
}

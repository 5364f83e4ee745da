using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes an MP4 file. Where the ffmpeg program is installed: H.264 with every picture at its own time, the sound of another video, and the
/// index at the begin of the file; else what OpenCV has, at a constant rate, without sound. The file appears under its name when it is
/// complete, so an interrupted run never leaves half a file there. Thread-safe.
/// </summary>
public sealed class VideoRecorder : IDisposable
{
    private const int FramesBetweenSpaceChecks = 10;

    // What an encoder may still hold back, with the container's index.
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
    /// <param name="soundOf">The video that the pictures are of, whose sound goes with them; their times are those of
    /// <see cref="Capture.VideoReader"/>. Null for none.</param>
    /// <param name="logger">Told when the recording begins and when it is complete, and what it lacks without ffmpeg; null for
    /// nobody.</param>
    /// <exception cref="OutputException">The folder cannot be made or written to, a folder is in the file's place, or another run is
    /// writing it.</exception>
    public VideoRecorder(string path, double framesPerSecond, string? soundOf = null, ILogger? logger = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(framesPerSecond, 0);
        this.path = path;
        this.framesPerSecond = framesPerSecond;
        this.soundOf = soundOf;
        this.logger = logger ?? NullLogger.Instance;
        var extension = Path.GetExtension(path);
        if (!extension.Equals(".mp4", StringComparison.OrdinalIgnoreCase))
            throw new OutputException($"{path}: videos are written as .mp4; give a name that ends so.");
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
    /// <param name="image">BGR, 8 bits, the size of the first; an odd last row or column is lost to the encoder.</param>
    /// <param name="time">When it was captured; grows from frame to frame. The first one's is the recording's begin.</param>
    /// <exception cref="OutputException">No encoder takes the picture, or the disk is full.</exception>
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

    /// <summary>Completes the file and gives it its name. With no frame written there is no file.</summary>
    /// <exception cref="OutputException">The file cannot be completed or put in its place.</exception>
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

    /// <summary>Stops while there is room to complete the file.</summary>
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

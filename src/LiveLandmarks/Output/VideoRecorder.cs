using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes an MP4 file: H.264 where the machine has an encoder, else MPEG-4. The file appears under its name when it is
/// complete, so an interrupted run never leaves half a file there. Thread-safe.
/// </summary>
public sealed class VideoRecorder : IDisposable
{
    private const int FramesBetweenSpaceChecks = 10;

    // What an encoder may still hold back, with the container's index.
    private const long ReservedBytes = 1 << 20;

    private static readonly string[] Codecs = ["avc1", "mp4v"];

    private readonly Lock gate = new();
    private readonly string path;
    private readonly string partial;
    private readonly double framesPerSecond;
    private readonly ILogger logger;
    private VideoWriter? writer;
    private DriveInfo? drive;
    private long frames;
    private bool disposed;

    /// <summary>Prepares a recording; the file is opened with the first frame.</summary>
    /// <param name="path">The file, <c>.mp4</c>; an old one is replaced when the new one is complete.</param>
    /// <param name="framesPerSecond">Frame rate of the file, above 0.</param>
    /// <param name="logger">Told when the recording begins and when it is complete; null for nobody.</param>
    /// <exception cref="OutputException">The folder cannot be made or written to.</exception>
    public VideoRecorder(string path, double framesPerSecond, ILogger? logger = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(framesPerSecond, 0);
        this.path = path;
        this.framesPerSecond = framesPerSecond;
        this.logger = logger ?? NullLogger.Instance;
        var extension = Path.GetExtension(path);
        if (!extension.Equals(".mp4", StringComparison.OrdinalIgnoreCase))
            throw new OutputException($"{path}: videos are written as .mp4; give a name that ends so.");
        partial = Path.ChangeExtension(path, ".partial" + extension);
        OutputFile.Create(partial, path).Dispose();
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="image">BGR, 8 bits, the size of the first; an odd last row or column is lost to the encoder.</param>
    /// <exception cref="OutputException">No encoder takes the picture, or the disk is full.</exception>
    public void Write(Mat image)
    {
        lock (gate)
        {
            if (disposed)
                return;
            writer ??= OpenWriter(image.Size());
            if (frames++ % FramesBetweenSpaceChecks == 0)
                CheckSpace();
            writer.Write(image);
        }
    }

    /// <summary>Completes the file and gives it its name. With no frame written there is no file.</summary>
    /// <exception cref="OutputException">The complete file cannot be put in its place.</exception>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            writer?.Release();
            writer?.Dispose();
            try
            {
                if (writer is null)
                {
                    File.Delete(partial);
                    return;
                }
                File.Move(partial, path, overwrite: true);
                logger.RecordingFinished(path, frames);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new OutputException($"{path}: cannot be replaced: {e.Message} The video is in {partial}.", e);
            }
        }
    }

    private VideoWriter OpenWriter(Size size)
    {
        foreach (var codec in Codecs)
        {
            var candidate = new VideoWriter(partial, VideoCaptureAPIs.FFMPEG, FourCC.FromString(codec), framesPerSecond, size);
            if (candidate.IsOpened())
            {
                logger.RecordingBegun(path, size.Width, size.Height, codec);
                return candidate;
            }
            candidate.Dispose();
        }
        throw new OutputException($"{path}: no video encoder for {size.Width}x{size.Height} pictures; OpenCV needs FFmpeg with H.264 or MPEG-4.");
    }

    /// <summary>OpenCV does not report failed writes: stop while there is room to complete the file.</summary>
    private void CheckSpace()
    {
        drive ??= new DriveInfo(Path.GetFullPath(partial));
        if (drive.AvailableFreeSpace < ReservedBytes)
            throw new OutputException($"{path}: the disk is full; the video ends after {frames - 1} frames. Free some space and run again.");
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>
/// A video file or network stream, read by OpenCV; used when the ffmpeg program is missing. OpenCV does not support edit lists, non-square
/// pixels or color matrices, does not detect damaged pictures, and guesses some times.
/// </summary>
internal sealed class OpenCvReader : IFrameReader
{
    private const double AssumedFrameRate = 30;

    private readonly VideoCapture capture;
    private TimeSpan last = TimeSpan.MinValue;
    private long read;

    private OpenCvReader(VideoCapture capture, string name)
    {
        this.capture = capture;
        var rate = capture.Fps;
        var count = capture.Get(VideoCaptureProperties.FrameCount);
        Info = new StreamInfo(
            name,
            capture.FrameWidth,
            capture.FrameHeight,
            rate is > 0 and <= 1000 ? rate : AssumedFrameRate,
            count is > 0 and < int.MaxValue ? (long)count : null);
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>Opens a video file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file is not a readable video.</exception>
    public static OpenCvReader OpenFile(string path) =>
        Open(path, $"{path}: not a video that can be read, or a truncated one; try to repair it with ffmpeg.");

    /// <summary>Opens a network stream.</summary>
    /// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
    /// <exception cref="InputException">Nothing responds at the address, or it has no video.</exception>
    public static OpenCvReader OpenUrl(string address) =>
        Open(address, $"{address}: no video stream could be opened there; check the address and that it is being sent.");

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        time = last;
        if (!capture.Read(image) || image.Empty())
        {
            CheckComplete();
            return false;
        }

        // Containers repeat timestamps or report 0 near the end, but the times here must increase.
        time = TimeSpan.FromMilliseconds(capture.Get(VideoCaptureProperties.PosMsec));
        if (read > 0 && time <= last)
            time = last + TimeSpan.FromSeconds(1 / Info.FramesPerSecond);
        last = time;
        read++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => capture.Dispose();

    private static OpenCvReader Open(string source, string failure)
    {
        var capture = new VideoCapture();
        try
        {
            // FFmpeg by name, because other back ends interpret odd file names as image sequences.
            if (capture.Open(source, VideoCaptureAPIs.FFMPEG) && capture.IsOpened() || capture.Open(source) && capture.IsOpened())
                return new OpenCvReader(capture, source);
        }
        catch (OpenCVException e)
        {
            capture.Dispose();
            throw new InputException(failure, e);
        }
        capture.Dispose();
        throw new InputException(failure);
    }

    /// <summary>A file that ends well before its stated length was cut off; a difference of a few frames is an error of the
    /// container.</summary>
    private void CheckComplete()
    {
        if (Info.FrameCount is { } stated && read < stated - Math.Max(2, stated / 50))
            throw new InputException(
                $"{Info.Name}: ended after {read} of {stated} frames; the file is truncated or damaged. What was read was processed.");
    }
}

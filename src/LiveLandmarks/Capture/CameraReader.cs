using System.Diagnostics;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>A camera on this machine.</summary>
public sealed class CameraReader : IFrameReader
{
    private readonly VideoCapture capture;
    private readonly long start = Stopwatch.GetTimestamp();

    private CameraReader(VideoCapture capture, int index)
    {
        this.capture = capture;
        var rate = capture.Fps;
        Info = new StreamInfo($"camera {index}", capture.FrameWidth, capture.FrameHeight, rate is > 0 and <= 1000 ? rate : 30, null);
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>Opens a camera.</summary>
    /// <param name="index">Number of the camera, from 0.</param>
    /// <param name="options">The settings to request; null for the camera's defaults.</param>
    /// <exception cref="InputException">There is no such camera, or another program is using it.</exception>
    public static CameraReader Open(int index, CaptureOptions? options = null)
    {
        options ??= new CaptureOptions();
        var capture = new VideoCapture(index, Api(options.Backend));
        if (capture.IsOpened())
        {
            Ask(capture, options);
            return new CameraReader(capture, index);
        }
        capture.Dispose();
        throw new InputException(
            $"camera {index}: not found, or in use by another program; connect it, or choose another number with --source.");
    }

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        var good = capture.Read(image) && !image.Empty();
        time = Stopwatch.GetElapsedTime(start);
        return good ? true : throw new InputException($"{Info.Name}: delivers no more pictures; was it unplugged?");
    }

    /// <inheritdoc/>
    public void Dispose() => capture.Dispose();

    private static VideoCaptureAPIs Api(CameraBackend backend) => backend switch
    {
        CameraBackend.DirectShow => VideoCaptureAPIs.DSHOW,
        CameraBackend.MediaFoundation => VideoCaptureAPIs.MSMF,
        CameraBackend.V4L2 => VideoCaptureAPIs.V4L2,
        CameraBackend.GStreamer => VideoCaptureAPIs.GSTREAMER,
        CameraBackend.AvFoundation => VideoCaptureAPIs.AVFOUNDATION,
        _ => OperatingSystem.IsWindows() ? VideoCaptureAPIs.DSHOW : VideoCaptureAPIs.ANY,
    };

    /// <summary>Requests the format first, because it determines the possible sizes and rates. The camera uses the nearest match.</summary>
    private static void Ask(VideoCapture capture, CaptureOptions options)
    {
        if (options.PixelFormat is { } format)
            capture.Set(VideoCaptureProperties.FourCC, FourCC.FromString(format));
        if (options.Width is { } width)
            capture.Set(VideoCaptureProperties.FrameWidth, width);
        if (options.Height is { } height)
            capture.Set(VideoCaptureProperties.FrameHeight, height);
        if (options.FramesPerSecond is { } rate)
            capture.Set(VideoCaptureProperties.Fps, rate);
    }
}

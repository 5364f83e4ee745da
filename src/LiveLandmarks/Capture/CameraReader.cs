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
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="InputException">There is no such camera, or another program holds it.</exception>
    public static CameraReader Open(int index)
    {
        // Media Foundation takes seconds to open many cameras; DirectShow does not.
        var api = OperatingSystem.IsWindows() ? VideoCaptureAPIs.DSHOW : VideoCaptureAPIs.ANY;
        var capture = new VideoCapture(index, api);
        if (capture.IsOpened())
            return new CameraReader(capture, index);
        capture.Dispose();
        throw new InputException($"camera {index}: not found, or in use by another program; connect it, or choose another number with --source.");
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
}

using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Capture;

/// <summary>Opens a network stream repeatedly: with the ffmpeg program or, if that is not installed, with OpenCV.</summary>
/// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
/// <param name="opened">The stream as opened for the first time.</param>
internal sealed class StreamOpener(string address, IFrameReader opened)
{
    private IFrameReader? opened = opened;
    private FfmpegReader? last = opened as FfmpegReader;

    /// <summary>Opens a stream for the first time.</summary>
    /// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
    /// <exception cref="InputException">Nothing responds at the address, or it has no video.</exception>
    public static StreamOpener Open(string address) =>
        new(address, FfmpegProgram.Installed is null ? OpenCvReader.OpenUrl(address) : FfmpegReader.OpenUrl(address));

    /// <summary>The stream as first opened. From the second call on, it is reopened; a file continues after its last picture.</summary>
    /// <exception cref="InputException">Nothing responds at the address now.</exception>
    public IFrameReader Next()
    {
        if (Interlocked.Exchange(ref opened, null) is { } first)
            return first;
        if (last is null)
            return OpenCvReader.OpenUrl(address);
        return last = FfmpegReader.OpenUrl(
            address, last.Info.FrameCount is null ? TimeSpan.Zero : last.Position + TimeSpan.FromSeconds(0.5 / last.Info.FramesPerSecond));
    }
}

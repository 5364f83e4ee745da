using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Capture;

/// <summary>Opens a network stream, again and again: by the ffmpeg program, or, where that is not installed, by OpenCV.</summary>
/// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
/// <param name="opened">The stream, opened for the first time.</param>
internal sealed class StreamOpener(string address, IFrameReader opened)
{
    private IFrameReader? opened = opened;
    private FfmpegReader? last = opened as FfmpegReader;

    /// <summary>Opens a stream for the first time.</summary>
    /// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
    /// <exception cref="InputException">Nothing answers there, or no video.</exception>
    public static StreamOpener Open(string address) =>
        new(address, FfmpegProgram.Installed is null ? OpenCvReader.OpenUrl(address) : FfmpegReader.OpenUrl(address));

    /// <summary>The stream as it was opened first; from the second call on opened anew, a file behind its last picture.</summary>
    /// <exception cref="InputException">Nothing answers there now.</exception>
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

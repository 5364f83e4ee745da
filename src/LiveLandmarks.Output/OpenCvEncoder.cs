using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>OpenCV's encoder, used if the ffmpeg program is missing: pictures at a constant rate, without sound.</summary>
internal sealed class OpenCvEncoder : IVideoEncoder
{
    private readonly VideoWriter writer;

    private OpenCvEncoder(VideoWriter writer, string codec) => (this.writer, Codec) = (writer, codec);

    /// <inheritdoc/>
    public string Codec { get; }

    /// <summary>Opens a file: H.264 if OpenCV supports it, else MPEG-4 part 2.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="size">Size of the pictures.</param>
    /// <param name="framesPerSecond">Frame rate of the file.</param>
    /// <exception cref="OutputException">No encoder is available.</exception>
    public static OpenCvEncoder Open(string file, string name, Size size, double framesPerSecond)
    {
        foreach (var (fourCc, codec) in (ReadOnlySpan<(string, string)>)[("avc1", "H.264"), ("mp4v", "MPEG-4 part 2")])
        {
            var writer = new VideoWriter(file, VideoCaptureAPIs.FFMPEG, FourCC.FromString(fourCc), framesPerSecond, size);
            if (writer.IsOpened())
                return new OpenCvEncoder(writer, codec);
            writer.Dispose();
        }
        throw new OutputException(
            $"{name}: no video encoder for {size.Width}x{size.Height} pictures; install the ffmpeg program with x264.");
    }

    /// <inheritdoc/>
    public void Write(Mat image, TimeSpan time) => writer.Write(image);

    /// <inheritdoc/>
    public void Complete() => writer.Release();

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}

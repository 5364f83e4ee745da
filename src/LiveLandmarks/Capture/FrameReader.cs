using System.Globalization;

namespace LiveLandmarks.Capture;

/// <summary>Opens whatever a user may name as a source.</summary>
public static class FrameReader
{
    /// <summary>Opens a camera by number, a network stream by address, a folder of pictures, a picture, or a video file.</summary>
    /// <param name="source">Such as <c>0</c>, <c>rtsp://host/stream</c>, <c>photos/</c>, <c>face.jpg</c> or <c>talk.mp4</c>.</param>
    /// <exception cref="InputException">The source is missing or unreadable.</exception>
    public static IFrameReader Open(string source)
    {
        if (int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return CameraReader.Open(index);
        if (source.Contains("://", StringComparison.Ordinal))
            return VideoReader.OpenUrl(source);
        if (Directory.Exists(source))
            return ImageReader.Folder(source);
        return ImageFile.HasKnownExtension(source) ? new ImageReader(source, [source]) : VideoReader.OpenFile(source);
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Reads images one after another: the synchronous form of a frame source.</summary>
public interface IFrameReader : IDisposable
{
    /// <summary>What is known before the first image is read.</summary>
    StreamInfo Info { get; }

    /// <summary>Reads the next image.</summary>
    /// <param name="image">Receives BGR, 8 bits; its memory is reused if the size allows.</param>
    /// <param name="time">When the image was captured, measured from the start of the stream; increases from image to image.</param>
    /// <returns>False at the end of the stream; the content of the image is then undefined.</returns>
    /// <exception cref="InputException">The stream is damaged or ended early.</exception>
    bool Read(Mat image, out TimeSpan time);
}

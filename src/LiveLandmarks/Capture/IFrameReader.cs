using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Pulls images one after another: the synchronous side of a frame source.</summary>
public interface IFrameReader : IDisposable
{
    /// <summary>What is known before the first image.</summary>
    StreamInfo Info { get; }

    /// <summary>Reads the next image.</summary>
    /// <param name="image">Receives BGR, 8 bits; its memory is reused where size allows.</param>
    /// <param name="time">When it was captured, from the start of the stream; grows from image to image.</param>
    /// <returns>False at the end of the stream; what the image holds then is undefined.</returns>
    /// <exception cref="InputException">The stream is damaged or ended before its time.</exception>
    bool Read(Mat image, out TimeSpan time);
}

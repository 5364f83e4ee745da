using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>Makes a video file of pictures. Not thread-safe.</summary>
internal interface IVideoEncoder : IDisposable
{
    /// <summary>What it makes, for messages.</summary>
    string Codec { get; }

    /// <summary>Adds a picture.</summary>
    /// <param name="image">BGR, 8 bits, all of one size.</param>
    /// <param name="time">Its time from that of the first; grows from picture to picture.</param>
    /// <exception cref="OutputException">It cannot be written; the message says why.</exception>
    void Write(Mat image, TimeSpan time);

    /// <summary>Completes the file.</summary>
    /// <exception cref="OutputException">It cannot be completed.</exception>
    void Complete();
}

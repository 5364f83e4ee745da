using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>Encodes pictures into a video file. Not thread-safe.</summary>
internal interface IVideoEncoder : IDisposable
{
    /// <summary>Name of the codec, for messages.</summary>
    string Codec { get; }

    /// <summary>Adds a picture.</summary>
    /// <param name="image">BGR, 8 bits; all pictures have the same size.</param>
    /// <param name="time">Time since the first picture; increases from picture to picture.</param>
    /// <exception cref="OutputException">The picture cannot be written; the message says why.</exception>
    void Write(Mat image, TimeSpan time);

    /// <summary>Completes the file.</summary>
    /// <exception cref="OutputException">The file cannot be completed.</exception>
    void Complete();
}

using LiveLandmarks.Capture;
using LiveLandmarks.Capture.Pictures;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Picture files held in memory. They are checked once, when they are read: training on half a picture is worse than
/// stopping.</summary>
internal static class PictureBytes
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is missing, empty, truncated or damaged; the message names it.</exception>
    public static byte[] Read(string path)
    {
        var bytes = ImageFile.ReadBytes(path);
        PictureDecoder.RequireComplete(bytes, path);
        return bytes;
    }

    /// <summary>Decodes a picture.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <returns>BGR, 8 bits, upright; the caller disposes it.</returns>
    /// <exception cref="InputException">The content is not a readable picture.</exception>
    public static Mat Decode(byte[] bytes, string path) => PictureDecoder.DecodeComplete(bytes, path, ImreadModes.Color);
}

using LiveLandmarks.Capture.Pictures;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Reads still pictures.</summary>
public static class ImageFile
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".webp", ".jp2", ".pbm", ".pgm", ".ppm",
        ".pnm", ".pam", ".hdr",
    };

    /// <summary>Whether a file's name is that of a picture.</summary>
    /// <param name="path">The file's path; the file need not exist.</param>
    public static bool HasKnownExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <summary>Whether a picture of this name may be a film.</summary>
    /// <param name="path">The file's path; the file need not exist.</param>
    internal static bool MayMove(string path) => Path.GetExtension(path).ToUpperInvariant() is ".GIF" or ".APNG";

    /// <summary>
    /// Reads a picture, whatever the extension says of its format; grey and 16-bit ones become 8-bit BGR, and the camera's orientation is
    /// applied. Of several pictures in a file it is the first.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">No such file, or no picture that can be read; one that is truncated or damaged is none.</exception>
    public static Mat Read(string path) => Decode(ReadBytes(path), path);

    /// <summary>Decodes the content of a picture file like <see cref="Read"/>.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InputException">No picture that can be read; one that is truncated or damaged is none.</exception>
    public static Mat Decode(ReadOnlySpan<byte> bytes, string name) => PictureDecoder.Decode(bytes, name, ImreadModes.Color);

    /// <summary>Reads a file without decoding it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It is missing or cannot be read.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                Directory.Exists(path) ? $"{path}: a folder, not a picture."
                    : File.Exists(path) ? $"{path}: cannot be read: {e.Message}"
                    : $"{path}: no such file.",
                e);
        }
    }
}

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

    /// <summary>Whether a file has the extension of a picture.</summary>
    /// <param name="path">Path of the file; the file need not exist.</param>
    public static bool HasKnownExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <summary>Whether a picture with this extension may be animated.</summary>
    /// <param name="path">Path of the file; the file need not exist.</param>
    internal static bool MayMove(string path) => Path.GetExtension(path).ToUpperInvariant() is ".GIF" or ".APNG";

    /// <summary>
    /// Reads a picture; its content and not its extension determines the format. Gray and 16-bit pictures are converted to 8-bit BGR, and
    /// the camera's orientation is applied. From a file with several pictures, the first is read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file does not exist, or is not a readable picture; a truncated or damaged picture is not
    /// readable.</exception>
    public static Mat Read(string path) => Decode(ReadBytes(path), path);

    /// <summary>Decodes the content of a picture file like <see cref="Read"/>.</summary>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="name">Name of the file, for error messages.</param>
    /// <exception cref="InputException">Not a readable picture; a truncated or damaged picture is not readable.</exception>
    public static Mat Decode(ReadOnlySpan<byte> bytes, string name) => PictureDecoder.Decode(bytes, name, ImreadModes.Color);

    /// <summary>Reads a file without decoding it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file is missing or cannot be read.</exception>
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

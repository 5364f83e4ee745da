using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Reads still pictures.</summary>
public static class ImageFile
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".ppm", ".pgm",
    };

    /// <summary>Whether a file's name is that of a picture.</summary>
    /// <param name="path">The file's path; the file need not exist.</param>
    public static bool HasKnownExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <summary>Reads a picture; grey and 16-bit ones become 8-bit BGR, and the camera's orientation is applied.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">No such file, or no picture that can be read.</exception>
    public static Mat Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(File.Exists(path) ? $"{path}: cannot be read: {e.Message}" : $"{path}: no such file.", e);
        }
        if (bytes.Length == 0)
            throw new InputException($"{path}: the file is empty.");

        Mat image;
        try
        {
            image = Cv2.ImDecode(bytes, ImreadModes.Color);
        }
        catch (OpenCVException e)
        {
            throw Unreadable(path, e);
        }
        // A grey PFM stays grey, whatever is asked for.
        if (!image.Empty() && image.Type() == MatType.CV_8UC1)
            Cv2.CvtColor(image, image, ColorConversionCodes.GRAY2BGR);
        if (!image.Empty())
            return image;
        image.Dispose();
        throw Unreadable(path);
    }

    private static InputException Unreadable(string path, Exception? inner = null) =>
        new($"{path}: not a picture that can be read; JPEG, PNG, BMP, TIFF, WebP and PNM are.", inner);
}

using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>Writes still pictures.</summary>
public static class PictureFile
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".tif", ".tiff", ".webp", ".jp2", ".ppm", ".pnm",
    };

    /// <summary>Whether a picture can be written under this name: its extension is that of a full-color format.</summary>
    /// <param name="path">The file's path; the file need not exist.</param>
    public static bool HasKnownExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <summary>Writes a picture in the format given by the file's extension.</summary>
    /// <param name="path">The file, such as <c>face.png</c>.</param>
    /// <param name="image">BGR, 8 bits.</param>
    /// <exception cref="OutputException">The picture cannot be written, or the format is unknown.</exception>
    public static void Write(string path, Mat image)
    {
        if (!HasKnownExtension(path))
            throw new OutputException($"{path}: no such picture format; use .png or .jpg.");
        var extension = Path.GetExtension(path);
        if (extension.Equals(".jfif", StringComparison.OrdinalIgnoreCase))
            extension = ".jpg";
        byte[] bytes;
        try
        {
            if (!Cv2.ImEncode(extension, image, out bytes))
                throw Unfit(path, image);
        }
        catch (OpenCVException e)
        {
            throw Unfit(path, image, e);
        }
        OutputFile.Write(path, file => file.Write(bytes));
    }

    private static OutputException Unfit(string path, Mat image, Exception? inner = null) =>
        new($"{path}: a picture of {image.Cols}x{image.Rows} cannot be written in this format; use .png.", inner);
}

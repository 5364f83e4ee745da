using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>Writes still pictures.</summary>
public static class PictureFile
{
    /// <summary>Writes a picture in the format of its extension.</summary>
    /// <param name="path">The file, such as <c>face.png</c>.</param>
    /// <param name="image">BGR, 8 bits.</param>
    /// <exception cref="OutputException">It cannot be written, or the format is unknown.</exception>
    public static void Write(string path, Mat image)
    {
        var extension = Path.GetExtension(path);
        if (extension.Length == 0)
            throw UnknownFormat(path);
        byte[] bytes;
        try
        {
            Cv2.ImEncode(extension, image, out bytes);
        }
        catch (OpenCVException e)
        {
            throw UnknownFormat(path, e);
        }
        OutputFile.Write(path, file => file.Write(bytes));
    }

    private static OutputException UnknownFormat(string path, Exception? inner = null) =>
        new($"{path}: no such picture format; use .png or .jpg.", inner);
}

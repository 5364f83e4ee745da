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
        byte[] bytes;
        try
        {
            Cv2.ImEncode(Path.GetExtension(path), image, out bytes);
        }
        catch (OpenCVException e)
        {
            throw new OutputException($"{path}: no such picture format; use .png or .jpg.", e);
        }
        OutputFile.Write(path, file => file.Write(bytes));
    }
}

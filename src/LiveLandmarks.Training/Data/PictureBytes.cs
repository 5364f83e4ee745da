using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Picture files held in memory. OpenCV paints the missing part of a cut-off JPEG grey and says nothing; training on that is worse than stopping.</summary>
internal static class PictureBytes
{
    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">Missing, empty or cut off; names the file.</exception>
    public static byte[] Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(File.Exists(path) ? $"{path}: cannot be read: {e.Message}" : $"{path}: no such picture.", e);
        }
        if (bytes.Length == 0)
            throw new InputException($"{path}: the picture is empty; fetch it again.");
        if (IsCutOff(bytes))
            throw new InputException($"{path}: the picture ends early; fetch it again.");
        return bytes;
    }

    /// <summary>Decodes a picture.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <returns>BGR, 8 bits; the caller disposes it.</returns>
    /// <exception cref="InputException">Not a picture that can be read.</exception>
    public static Mat Decode(byte[] bytes, string path)
    {
        try
        {
            var image = Cv2.ImDecode(bytes, ImreadModes.Color);
            if (!image.Empty())
                return image;
            image.Dispose();
        }
        catch (OpenCVException e)
        {
            throw new InputException($"{path}: not a picture that can be read.", e);
        }
        throw new InputException($"{path}: not a picture that can be read.");
    }

    /// <summary>Whether a JPEG or PNG lacks its end. A thumbnail's end inside the header does not count.</summary>
    internal static bool IsCutOff(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
            return bytes.LastIndexOf("IEND"u8) < 0;
        return bytes is [0xFF, 0xD8, ..] && bytes.LastIndexOf(EndOfImage) < StartOfScan(bytes);
    }

    /// <summary>Where a JPEG's entropy-coded data begin; past the end where they are missing.</summary>
    private static int StartOfScan(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF)
                return at;
            var marker = bytes[at + 1];
            if (marker == 0xDA)
                return at;
            at += marker is 0xFF ? 1 : marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2 : 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
        }
        return int.MaxValue;
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>Decodes picture files; rejects incomplete ones and makes pictures upright.</summary>
public static class PictureDecoder
{
    /// <summary>Decodes a picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name of the file, for error messages.</param>
    /// <param name="mode">Color mode of the result.</param>
    /// <returns>The picture, upright; the caller must dispose it.</returns>
    /// <exception cref="InputException">The file is empty, truncated, damaged, or not a readable picture.</exception>
    public static Mat Decode(ReadOnlySpan<byte> bytes, string name, ImreadModes mode)
    {
        RequireComplete(bytes, name);
        return DecodeComplete(bytes, name, mode);
    }

    /// <summary>Decodes a picture that <see cref="RequireComplete"/> has already checked.</summary>
    /// <inheritdoc cref="Decode"/>
    public static Mat DecodeComplete(ReadOnlySpan<byte> bytes, string name, ImreadModes mode)
    {
        var format = PictureSignature.Of(bytes);
        Mat image;
        try
        {
            image = Cv2.ImDecode(bytes, mode | ImreadModes.IgnoreOrientation);
        }
        catch (OpenCVException e)
        {
            throw Unreadable(name, format, e);
        }
        // A gray PFM stays gray, whatever the mode.
        if (!image.Empty() && mode == ImreadModes.Color && image.Type() == MatType.CV_8UC1)
            Cv2.CvtColor(image, image, ColorConversionCodes.GRAY2BGR);
        if (!image.Empty())
            return PictureOrientation.Apply(image, PictureOrientation.In(ExifBlock.In(bytes, format)));
        image.Dispose();
        throw Unreadable(name, format);
    }

    /// <summary>Rejects a file that decoding would accept: a JPEG file with an incomplete picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name of the file, for error messages.</param>
    /// <exception cref="InputException">The file is empty, truncated or damaged.</exception>
    public static void RequireComplete(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length == 0)
            throw new InputException($"{name}: the file is empty.");
        if (PictureSignature.Of(bytes) == PictureFormat.Jpeg && JpegCheck.FaultOf(bytes) is { } fault)
            throw new InputException($"{name}: the picture is {fault}; fetch it again.");
    }

    private static InputException Unreadable(string name, PictureFormat format, Exception? inner = null) => new(
        format switch
        {
            PictureFormat.Unknown => $"{name}: not a picture that can be read; use JPEG, PNG, GIF, BMP, TIFF, WebP, JPEG 2000 or PNM.",
            PictureFormat.Heif or PictureFormat.Avif =>
                $"{name}: {PictureSignature.NameOf(format)} pictures cannot be read; convert it to JPEG or PNG.",
            _ => $"{name}: the picture is truncated or damaged, or of a kind of {PictureSignature.NameOf(format)} that cannot be read; " +
                $"fetch it again, or convert it to {(format == PictureFormat.Png ? "JPEG" : "PNG")}.",
        },
        inner);
}

using OpenCvSharp;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>Decodes picture files: whole ones only, and upright.</summary>
public static class PictureDecoder
{
    /// <summary>Decodes a picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <param name="mode">What it becomes.</param>
    /// <returns>The picture, upright; the caller disposes it.</returns>
    /// <exception cref="InputException">It is empty, truncated or damaged, or no picture that can be read.</exception>
    public static Mat Decode(ReadOnlySpan<byte> bytes, string name, ImreadModes mode)
    {
        RequireWhole(bytes, name);
        return DecodeWhole(bytes, name, mode);
    }

    /// <summary>Decodes a picture that <see cref="RequireWhole"/> has looked at before.</summary>
    /// <inheritdoc cref="Decode"/>
    public static Mat DecodeWhole(ReadOnlySpan<byte> bytes, string name, ImreadModes mode)
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
        // A grey PFM stays grey, whatever is asked for.
        if (!image.Empty() && mode == ImreadModes.Color && image.Type() == MatType.CV_8UC1)
            Cv2.CvtColor(image, image, ColorConversionCodes.GRAY2BGR);
        if (!image.Empty())
            return PictureOrientation.Apply(image, PictureOrientation.In(ExifBlock.In(bytes, format)));
        image.Dispose();
        throw Unreadable(name, format);
    }

    /// <summary>Refuses what decoding would not: a JPEG file whose picture is not all there.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InputException">It is empty, truncated or damaged.</exception>
    public static void RequireWhole(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length == 0)
            throw new InputException($"{name}: the file is empty.");
        if (PictureSignature.Of(bytes) == PictureFormat.Jpeg && JpegCheck.FaultOf(bytes) is { } fault)
            throw new InputException($"{name}: the picture is {fault}; fetch it again.");
    }

    private static InputException Unreadable(string name, PictureFormat format, Exception? inner = null) => new(
        format switch
        {
            PictureFormat.Unknown => $"{name}: not a picture that can be read; JPEG, PNG, GIF, BMP, TIFF, WebP, JPEG 2000 and PNM are.",
            PictureFormat.Heif or PictureFormat.Avif =>
                $"{name}: {PictureSignature.NameOf(format)} pictures cannot be read; convert it to JPEG or PNG.",
            _ => $"{name}: the picture is truncated or damaged, or of a kind of {PictureSignature.NameOf(format)} that cannot be read; " +
                "fetch it again, or convert it to PNG.",
        },
        inner);
}

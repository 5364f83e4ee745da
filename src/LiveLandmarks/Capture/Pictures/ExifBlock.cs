using System.Buffers.Binary;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>
/// Finds the Exif data of a picture file, which has the layout of a TIFF file: JPEG's segment APP1, PNG's chunk eXIf, WebP's chunk EXIF, or
/// JPEG 2000's uuid box. Some programs put JPEG's prefix before it in WebP, too.
/// </summary>
internal static class ExifBlock
{
    private static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    // The identifier with which ExifTool and others write Exif data to JPEG 2000.
    private static ReadOnlySpan<byte> Jpeg2000Id => "JpgTiffExif->JP2"u8;

    /// <summary>The data, starting at its byte order mark; empty if there is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">Format of the file.</param>
    public static ReadOnlySpan<byte> In(ReadOnlySpan<byte> bytes, PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => InJpeg(bytes),
        PictureFormat.Png => InPng(bytes),
        PictureFormat.WebP => InWebP(bytes),
        PictureFormat.Jpeg2000 => InJpeg2000(bytes),
        _ => [],
    };

    private static ReadOnlySpan<byte> InJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var segments = new JpegSegments(bytes); segments.Next();)
        {
            if (segments.Marker == JpegMarker.StartOfScan)
                break;
            if (segments.Marker == JpegMarker.App1 && segments.Content.StartsWith(Prefix))
                return segments.Content[Prefix.Length..];
        }
        return [];
    }

    private static ReadOnlySpan<byte> InPng(ReadOnlySpan<byte> bytes)
    {
        const int Around = 12;
        for (var at = 8; at + Around <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - Around)
                break;
            if (bytes.Slice(at + 4, 4).SequenceEqual("eXIf"u8))
                return bytes.Slice(at + 8, (int)length);
            at += Around + (int)length;
        }
        return [];
    }

    private static ReadOnlySpan<byte> InWebP(ReadOnlySpan<byte> bytes)
    {
        const int Head = 8;
        for (var at = 12; at + Head <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - Head)
                break;
            if (bytes.Slice(at, 4).SequenceEqual("EXIF"u8))
            {
                var data = bytes.Slice(at + Head, (int)length);
                return data.StartsWith(Prefix) ? data[Prefix.Length..] : data;
            }
            at += Head + (int)(length + (length & 1));
        }
        return [];
    }

    private static ReadOnlySpan<byte> InJpeg2000(ReadOnlySpan<byte> bytes)
    {
        const int Head = 8;
        for (var at = 0; at + Head <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length < Head || length > bytes.Length - at)
                break;
            var content = bytes.Slice(at + Head, (int)length - Head);
            if (bytes.Slice(at + 4, 4).SequenceEqual("uuid"u8) && content.StartsWith(Jpeg2000Id))
                return content[Jpeg2000Id.Length..];
            at += (int)length;
        }
        return [];
    }
}

namespace LiveLandmarks.Capture.Pictures;

/// <summary>Recognizes a picture's format by its first bytes, whatever its file name.</summary>
internal static class PictureSignature
{
    /// <summary>Recognizes the format.</summary>
    /// <param name="bytes">The file, or its start.</param>
    public static PictureFormat Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PictureFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureFormat.WebP,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => PictureFormat.Gif,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => PictureFormat.Tiff,
        [(byte)'B', (byte)'M', _, _, _, _, _, _, _, _, _, _, _, _, ..] => PictureFormat.Bmp,
        [0, 0, 0, 12, (byte)'j', (byte)'P', ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] => PictureFormat.Jpeg2000,
        [(byte)'P', >= (byte)'1' and <= (byte)'7' or (byte)'F' or (byte)'f',
            (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' or (byte)'#', ..] => PictureFormat.Pnm,
        [(byte)'#', (byte)'?', (byte)'R', ..] => PictureFormat.Hdr,
        [0x59, 0xA6, 0x6A, 0x95, ..] => PictureFormat.SunRaster,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', ..] => PictureFormat.Avif,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', ..] => PictureFormat.Heif,
        _ => PictureFormat.Unknown,
    };

    /// <summary>The usual name of a format.</summary>
    public static string NameOf(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "JPEG",
        PictureFormat.Png => "PNG",
        PictureFormat.Gif => "GIF",
        PictureFormat.Tiff => "TIFF",
        PictureFormat.Bmp => "BMP",
        PictureFormat.Jpeg2000 => "JPEG 2000",
        PictureFormat.Pnm => "PNM",
        PictureFormat.Hdr => "Radiance HDR",
        PictureFormat.SunRaster => "Sun raster",
        PictureFormat.Heif => "HEIC",
        PictureFormat.Avif => "AVIF",
        _ => format.ToString(),
    };
}

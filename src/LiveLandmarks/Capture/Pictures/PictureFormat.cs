namespace LiveLandmarks.Capture.Pictures;

/// <summary>The formats of picture files that can be distinguished.</summary>
internal enum PictureFormat
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Gif,
    Tiff,
    Bmp,
    Jpeg2000,
    Pnm,
    Hdr,
    SunRaster,
    Heif,
    Avif,
}

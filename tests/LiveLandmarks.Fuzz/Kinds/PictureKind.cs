using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Pictures in every format that this build of OpenCV writes.</summary>
internal sealed class PictureKind() : InputKind("picture")
{
    private static readonly string[] Extensions =
        [".jpg", ".png", ".bmp", ".tiff", ".webp", ".ppm", ".pgm", ".pbm", ".pam", ".hdr", ".jp2", ".sr", ".gif", ".pfm", ".exr", ".avif"];

    public override IReadOnlyList<Seed> Seeds()
    {
        using var color = TestPicture.Make(48, 36);
        using var grey = new Mat();
        using var deep = new Mat();
        using var exact = new Mat();
        Cv2.CvtColor(color, grey, ColorConversionCodes.BGR2GRAY);
        color.ConvertTo(deep, MatType.CV_16UC3, 257);
        color.ConvertTo(exact, MatType.CV_32FC3, 1 / 255.0);
        List<Seed> seeds = [];
        foreach (var extension in Extensions)
        {
            foreach (var picture in (Mat[])[color, grey, deep, exact])
                Add(extension, picture);
        }
        Add(".jpg", color, new ImageEncodingParam(ImwriteFlags.JpegProgressive, 1),
            new ImageEncodingParam(ImwriteFlags.JpegRstInterval, 2));
        var jpeg = seeds.First(seed => seed.Extension == ".jpg").Content;
        seeds.Add(new Seed(".jpg", [.. jpeg[..2], .. Exif(6), .. jpeg[2..]]));
        return seeds;

        void Add(string extension, Mat picture, params ImageEncodingParam[] parameters)
        {
            try
            {
                Cv2.ImEncode(extension, picture, out var bytes, parameters);
                if (bytes.Length > 0)
                    seeds.Add(new Seed(extension, bytes));
            }
            catch (OpenCVException)
            {
                // Not every format supports every depth, and not every build has every format.
            }
        }
    }

    public override void Try(string path)
    {
        using var picture = ImageFile.Read(path);
        if (picture.Empty() || picture.Type() != MatType.CV_8UC3)
            throw new WrongResultException($"a picture of type {picture.Type()} and size {picture.Size()}");
    }

    /// <summary>The Exif segment of a JPEG, with the orientation of the camera.</summary>
    private static byte[] Exif(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif"u8, 0, 0, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0,
        0, 0, 0, 0, 0,
    ];
}

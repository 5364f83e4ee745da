using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Damaged and incomplete pictures are refused.</summary>
public sealed class DamagedPictureTests : IDisposable
{
    // OpenCV's IMWRITE_JPEG_SAMPLING_FACTOR, 7: 4:1:1, 4:2:0, 4:2:2, 4:4:0 and 4:4:4.
    private static readonly int[] Samplings = [0x411111, 0x221111, 0x211111, 0x121111, 0x111111];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    [InlineData(".bmp")]
    [InlineData(".jp2")]
    [InlineData(".ppm")]
    [InlineData(".tif")]
    public void A_picture_that_is_cut_off_anywhere_is_refused(string extension)
    {
        var whole = Face(extension);
        for (var length = 0; length < whole.Length - 20; length += 1 + whole.Length / 60)
            AssertRefused(whole.AsSpan(0, length), $"{extension} cut at {length} of {whole.Length}");
    }

    [Fact]
    public void A_truncated_jpeg_is_reported_as_truncated()
    {
        var whole = Face(".jpg");
        foreach (var length in new[] { 40, whole.Length / 2, whole.Length - 2 })
            Assert.Equal("a.jpg: the picture is truncated; fetch it again.", AssertRefused(whole.AsSpan(0, length), $"cut at {length}"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 7)]
    public void A_jpeg_with_a_gap_or_noise_in_the_middle_is_refused_even_if_its_end_is_intact(bool progressive, int restartInterval)
    {
        var whole = Face(".jpg", new(ImwriteFlags.JpegProgressive, progressive ? 1 : 0),
            new(ImwriteFlags.JpegRstInterval, restartInterval));
        Accept(whole);
        var (middle, length) = (whole.Length / 2, whole.Length / 10);
        AssertRefused([.. whole[..middle], .. whole[(middle + length)..]], "gap");
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        AssertRefused([.. whole[..middle], .. noise, .. whole[(middle + length)..]], "noise");
        AssertRefused([.. whole[..middle], 0xFF, 0xD9], "an end put behind a half");
        AssertRefused([.. whole[..middle], .. new byte[whole.Length - middle]], "zeros");
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(17, 9, false)]
    [InlineData(17, 9, true)]
    [InlineData(1000, 2, true)]
    [InlineData(333, 241, true)]
    public void Complete_jpegs_of_any_size_sampling_and_kind_are_accepted(int width, int height, bool progressive)
    {
        using var picture = new Mat();
        using (var face = Cv2.ImRead(Repository.Media("astronaut.png")))
            Cv2.Resize(face, picture, new Size(width, height));
        using var grey = picture.CvtColor(ColorConversionCodes.BGR2GRAY);
        foreach (var image in new[] { picture, grey })
        {
            foreach (var sampling in Samplings)
            {
                Cv2.ImEncode(
                    ".jpg",
                    image,
                    out var bytes,
                    new ImageEncodingParam(ImwriteFlags.JpegProgressive, progressive ? 1 : 0),
                    new ImageEncodingParam(ImwriteFlags.JpegOptimize, height % 2),
                    new ImageEncodingParam(ImwriteFlags.JpegRstInterval, width % 4),
                    new ImageEncodingParam((ImwriteFlags)7, sampling));
                Accept(bytes);
            }
        }
    }

    [Fact]
    public void Extra_data_before_or_after_the_picture_does_no_harm()
    {
        foreach (var extension in new[] { ".jpg", ".png", ".webp", ".gif", ".bmp", ".ppm", ".tif" })
            Accept([.. Face(extension), .. "Samsung, Apple and others put more behind the end."u8]);
        var whole = Face(".jpg");
        Accept([.. whole, .. whole[..(whole.Length / 2)]]);
        byte[] thumbnail = [0xFF, 0xD8, 0xFF, 0xD9];
        Accept([.. whole[..2], 0xFF, 0xE2, 0, (byte)(2 + thumbnail.Length), .. thumbnail, .. whole[2..]]);
    }

    [SharedFact]
    public void No_annotated_picture_is_reported_as_damaged()
    {
        var files = Directory.EnumerateFiles(Repository.SharedFaces, "*.jpg", SearchOption.AllDirectories)
            .Where((_, i) => i % 20 == 0).ToList();
        Assert.True(files.Count > 50);
        foreach (var file in files)
            ImageFile.Read(file).Dispose();
    }

    [Fact]
    public void An_unreadable_format_is_named_in_the_error() =>
        Assert.Equal("a.jpg: HEIC pictures cannot be read; convert it to JPEG or PNG.",
            AssertRefused([0, 0, 0, 24, .. "ftypheic"u8, .. new byte[12]], "heic"));

    [Fact]
    public void A_folder_named_like_a_picture_is_reported_as_a_folder() =>
        Assert.Equal($"{folder.Path}: a folder, not a picture.", Assert.Throws<InputException>(() => ImageFile.Read(folder.Path)).Message);

    private static byte[] Face(string extension, params ImageEncodingParam[] how)
    {
        using var face = Cv2.ImRead(Repository.Media("astronaut.png"));
        using var part = new Mat(face, new Rect(160, 60, 160, 160));
        Cv2.ImEncode(extension, part, out var bytes, how);
        return bytes;
    }

    private static void Accept(byte[] picture) => ImageFile.Decode(picture, "a.jpg").Dispose();

    private static string AssertRefused(ReadOnlySpan<byte> picture, string what)
    {
        try
        {
            ImageFile.Decode(picture, "a.jpg").Dispose();
        }
        catch (InputException e)
        {
            return e.Message;
        }
        Assert.Fail($"{what}: accepted as a complete picture");
        return "";
    }
}

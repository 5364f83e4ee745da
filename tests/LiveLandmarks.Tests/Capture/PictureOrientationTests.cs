using LiveLandmarks.Capture;

namespace LiveLandmarks.Tests.Capture;

public sealed class PictureOrientationTests
{
    // By the Exif standard: where the stored first row and column appear for each orientation.
    private static readonly string[] Upright = ["rgby", "gryb", "ybgr", "byrg", "rbgy", "bryg", "ygbr", "gyrb"];

    public static TheoryData<string, int> Formats()
    {
        var data = new TheoryData<string, int>();
        foreach (var format in new[] { ".jpg", ".png", ".webp", ".jp2", ".tiff" })
        {
            for (var orientation = 1; orientation <= 8; orientation++)
                data.Add(format, orientation);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_picture_is_upright_whatever_its_format_and_orientation(string format, int orientation)
    {
        foreach (var little in new[] { true, false })
            AssertUpright(format == ".tiff"
                ? ExifPicture.Tiff(orientation)
                : ExifPicture.With(format, ExifPicture.Exif(orientation, little)), orientation);
    }

    [Fact]
    public void The_Exif_prefix_of_JPEG_is_accepted_in_WebP_too() =>
        AssertUpright(ExifPicture.With(".webp", [.. "Exif\0\0"u8, .. ExifPicture.Exif(6)]), 6);

    [Fact]
    public void Exif_data_after_a_segment_of_another_program_is_found()
    {
        var picture = ExifPicture.With(".jpg", ExifPicture.Exif(6));
        AssertUpright([.. picture[..2], 0xFF, 0xE1, 0, 10, .. "http://x"u8, .. picture[2..]], 6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void An_undefined_orientation_leaves_the_picture_as_it_is(int orientation) =>
        AssertUpright(ExifPicture.With(".jpg", ExifPicture.Exif(orientation)), 1);

    [Fact]
    public void Damaged_Exif_data_leaves_the_picture_as_it_is()
    {
        var exif = ExifPicture.Exif(6);
        for (var length = 0; length < 20; length++)
            AssertUpright(ExifPicture.With(".jpg", exif[..length]), 1);
        for (var i = 4; i < 10; i++)
        {
            byte[] damaged = [.. exif];
            damaged[i] = 0xFF;
            using var _ = ImageFile.Decode(ExifPicture.With(".jpg", damaged), "a.jpg");
        }
    }

    private static void AssertUpright(byte[] picture, int orientation)
    {
        using var image = ImageFile.Decode(picture, "a");
        Assert.Equal(orientation > 4 ? (48, 64) : (64, 48), (image.Cols, image.Rows));
        Assert.Equal(Upright[orientation - 1], ExifPicture.CornersOf(image));
    }
}

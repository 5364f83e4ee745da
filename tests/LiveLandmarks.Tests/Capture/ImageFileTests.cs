using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public sealed class ImageFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_color_picture_is_read_as_blue_green_red()
    {
        using var image = Read("color.png", new Mat(3, 5, MatType.CV_8UC3, new Scalar(10, 20, 30)));
        Assert.Equal(new Size(5, 3), image.Size());
        Assert.Equal(new Vec3b(10, 20, 30), image.At<Vec3b>(2, 4));
    }

    [Fact]
    public void A_grey_picture_becomes_8_bit_color()
    {
        using var image = Read("grey.png", new Mat(3, 5, MatType.CV_8UC1, Scalar.All(77)));
        Assert.Equal(MatType.CV_8UC3, image.Type());
        Assert.Equal(new Vec3b(77, 77, 77), image.At<Vec3b>(1, 1));
    }

    [Fact]
    public void A_16_bit_picture_becomes_8_bit_color()
    {
        using var image = Read("deep.png", new Mat(3, 5, MatType.CV_16UC3, new Scalar(10 * 257, 20 * 257, 30 * 257)));
        Assert.Equal(MatType.CV_8UC3, image.Type());
        Assert.Equal(new Vec3b(10, 20, 30), image.At<Vec3b>(1, 1));
    }

    [Fact]
    public void A_transparent_picture_loses_its_transparency()
    {
        using var image = Read("glass.png", new Mat(3, 5, MatType.CV_8UC4, new Scalar(10, 20, 30, 40)));
        Assert.Equal(MatType.CV_8UC3, image.Type());
    }

    [Fact]
    public void A_picture_of_one_pixel_is_read()
    {
        using var image = Read("ein Pixel ä.png", new Mat(1, 1, MatType.CV_8UC3, new Scalar(1, 2, 3)));
        Assert.Equal(new Vec3b(1, 2, 3), image.At<Vec3b>(0, 0));
    }

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused("empty.png", [], "the file is empty");

    [Fact]
    public void Text_with_the_extension_of_a_picture_is_refused() =>
        AssertRefused("text.jpg", "This is not a picture.\n"u8.ToArray(), "not a picture");

    [Fact]
    public void A_picture_cut_off_in_its_header_is_refused()
    {
        var bytes = File.ReadAllBytes(Repository.Media("astronaut.png"));
        AssertRefused("cut.png", bytes[..20], "truncated or damaged");
    }

    [Fact]
    public void A_missing_file_is_named_in_the_error()
    {
        var path = folder.File("missing.png");
        var error = Assert.Throws<InputException>(() => ImageFile.Read(path));
        Assert.Equal($"{path}: no such file.", error.Message);
    }

    [Fact]
    public void A_folder_is_not_a_picture() => Assert.Throws<InputException>(() => ImageFile.Read(folder.Path));

    [Theory]
    [InlineData("a.jpg", true)]
    [InlineData("b/c.PNG", true)]
    [InlineData("d.JpEg", true)]
    [InlineData("e.mp4", false)]
    [InlineData("png", false)]
    [InlineData("", false)]
    public void Pictures_are_recognized_by_their_extension(string path, bool isPicture) =>
        Assert.Equal(isPicture, ImageFile.HasKnownExtension(path));

    private Mat Read(string name, Mat picture)
    {
        using (picture)
            Assert.True(Cv2.ImWrite(folder.File(name), picture));
        return ImageFile.Read(folder.File(name));
    }

    private void AssertRefused(string name, byte[] bytes, string reason)
    {
        var path = folder.File(name);
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InputException>(() => ImageFile.Read(path));
        Assert.StartsWith($"{path}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}

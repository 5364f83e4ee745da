using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Output;

public sealed class PictureFileTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Mat image = new(6, 8, MatType.CV_8UC3, new Scalar(10, 20, 30));

    public void Dispose()
    {
        image.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("out.png", 0)]
    [InlineData("out.JPG", 4)]
    [InlineData("deeper/out.bmp", 0)]
    [InlineData("out.jfif", 4)]
    [InlineData("out.webp", 4)]
    public void A_picture_is_written_in_the_format_of_its_extension(string name, double loss)
    {
        PictureFile.Write(folder.File(name), image);
        using var read = ImageFile.Read(folder.File(name));
        Assert.InRange(Cv2.Norm(image, read, NormTypes.INF), 0, loss);
    }

    [Fact]
    public void An_old_picture_is_replaced_completely()
    {
        var path = folder.File("out.png");
        File.WriteAllBytes(path, new byte[100_000]);
        PictureFile.Write(path, image);
        Assert.InRange(new FileInfo(path).Length, 1, 2000);
    }

    [Theory]
    [InlineData("out.xyz")]
    [InlineData("out.pgm")]
    [InlineData("out.gif")]
    public void A_format_that_is_unknown_or_loses_colors_is_refused_and_leaves_no_file(string name)
    {
        var path = folder.File(name);
        var error = Assert.Throws<OutputException>(() => PictureFile.Write(path, image));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_named_in_the_error()
    {
        File.WriteAllText(folder.File("file"), "");
        var path = Path.Combine(folder.File("file"), "out.png");
        var error = Assert.Throws<OutputException>(() => PictureFile.Write(path, image));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_an_extension_is_refused()
    {
        using var image = new Mat(4, 4, MatType.CV_8UC3, Scalar.Black);
        Assert.Throws<OutputException>(() => PictureFile.Write(folder.File("picture"), image));
    }
}

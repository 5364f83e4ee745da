using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public sealed class ImageFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bindings").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Png_is_lossless_in_memory()
    {
        using var image = Pattern();
        Assert.True(Cv2.ImEncode(".png", image, out var bytes));
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], bytes[..4]);
        using var fromArray = Cv2.ImDecode(bytes, ImreadModes.Color);
        using var fromSpan = Cv2.ImDecode(bytes.AsSpan(), ImreadModes.Unchanged);
        Assert.Equal(0, Cv2.Norm(image, fromArray, NormTypes.INF));
        Assert.Equal(0, Cv2.Norm(image, fromSpan, NormTypes.INF));
    }

    [Fact]
    public void Files_are_written_and_read()
    {
        var file = Path.Combine(_folder, "bild ä.png");
        using var image = Pattern();
        Assert.True(Cv2.ImWrite(file, image));
        Assert.True(File.Exists(file));
        using var read = Cv2.ImRead(file);
        Assert.Equal(0, Cv2.Norm(image, read, NormTypes.INF));
        using var gray = Cv2.ImRead(file, ImreadModes.Grayscale);
        Assert.Equal(1, gray.Channels());
    }

    [Fact]
    public void Parameters_reach_the_encoder()
    {
        using var image = new Mat(64, 64, MatType.CV_8UC3);
        Cv2.Randu(image, Scalar.All(0), Scalar.All(255));
        Cv2.ImEncode(".jpg", image, out var coarse, new ImageEncodingParam(ImwriteFlags.JpegQuality, 10));
        Cv2.ImEncode(".jpg", image, out var fine, [(int)ImwriteFlags.JpegQuality, 95]);
        Assert.True(coarse.Length * 2 < fine.Length);
        var file = Path.Combine(_folder, "a.jpg");
        Assert.True(Cv2.ImWrite(file, image, new ImageEncodingParam(ImwriteFlags.JpegQuality, 10)));
        Assert.Equal(coarse, File.ReadAllBytes(file));
    }

    [Fact]
    public void What_cannot_be_read_is_empty()
    {
        using var missing = Cv2.ImRead(Path.Combine(_folder, "missing.png"));
        Assert.True(missing.Empty());
        using var garbage = Cv2.ImDecode(new byte[] { 1, 2, 3 }, ImreadModes.Color);
        Assert.True(garbage.Empty());
        Assert.Throws<ArgumentException>(() => Cv2.ImDecode(ReadOnlySpan<byte>.Empty, ImreadModes.Color));
    }

    [Fact]
    public void An_unknown_format_throws()
    {
        using var image = Pattern();
        Assert.Throws<OpenCVException>(() => Cv2.ImWrite(Path.Combine(_folder, "a.unknown"), image));
        Assert.Throws<OpenCVException>(() => Cv2.ImEncode(".unknown", image, out _));
    }

    private static Mat Pattern()
    {
        var image = new Mat(20, 30, MatType.CV_8UC3);
        for (var row = 0; row < image.Rows; row++)
        {
            for (var column = 0; column < image.Cols; column++)
                image.Set(row, column, new Vec3b((byte)(row * 7), (byte)(column * 5), (byte)(row * column)));
        }

        return image;
    }
}

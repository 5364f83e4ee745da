using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public sealed class ImageReaderTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Mat image = new();

    public void Dispose()
    {
        image.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_pictures_of_a_folder_are_sorted_by_name_and_one_second_apart()
    {
        Write("b.png", 20);
        Write("a.PNG", 10);
        Write("c.bmp", 30);
        File.WriteAllText(folder.File("notes.txt"), "not a picture");
        Directory.CreateDirectory(folder.File("deeper.png"));

        using var reader = ImageReader.Folder(folder.Path);
        Assert.Equal((folder.Path, 3L, 1.0), (reader.Info.Name, reader.Info.FrameCount, reader.Info.FramesPerSecond));
        for (var i = 0; i < 3; i++)
        {
            Assert.True(reader.Read(image, out var time));
            Assert.Equal(TimeSpan.FromSeconds(i), time);
            Assert.Equal(10 * (i + 1), image.At<Vec3b>(0, 0).Item0);
        }
        Assert.False(reader.Read(image, out _));
        Assert.False(reader.Read(image, out _));
        Assert.Equal(30, image.At<Vec3b>(0, 0).Item0);
    }

    [Fact]
    public void A_folder_without_pictures_is_refused()
    {
        var error = Assert.Throws<InputException>(() => ImageReader.Folder(folder.Path));
        Assert.Equal($"{folder.Path}: no pictures in this folder.", error.Message);
    }

    [Fact]
    public void A_missing_folder_is_refused()
    {
        var error = Assert.Throws<InputException>(() => ImageReader.Folder(folder.File("missing")));
        Assert.Contains("no such folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_picture_is_skipped_and_reported_at_the_end()
    {
        File.WriteAllText(folder.File("a.png"), "damaged");
        Write("b.png", 20);
        File.WriteAllText(folder.File("c.png"), "damaged");
        using var reader = ImageReader.Folder(folder.Path);

        Assert.True(reader.Read(image, out var time));
        Assert.Equal((TimeSpan.FromSeconds(1), 20), (time, image.At<Vec3b>(0, 0).Item0));
        var error = Assert.Throws<InputException>(() => reader.Read(image, out _));
        Assert.StartsWith($"{folder.Path}: 2 of 3 pictures cannot be used and were left out; the first: {folder.File("a.png")}: ",
            error.Message, StringComparison.Ordinal);
        Assert.False(reader.Read(image, out _));
    }

    [Fact]
    public void A_single_damaged_picture_is_refused_with_its_own_error()
    {
        var path = folder.File("a.png");
        File.WriteAllText(path, "damaged");
        using var reader = new ImageReader(path, [path]);
        Assert.StartsWith($"{path}: ", Assert.Throws<InputException>(() => reader.Read(image, out _)).Message, StringComparison.Ordinal);
    }

    private void Write(string name, int grey)
    {
        using var picture = new Mat(2, 2, MatType.CV_8UC3, Scalar.All(grey));
        Assert.True(Cv2.ImWrite(folder.File(name), picture));
    }
}

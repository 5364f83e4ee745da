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
    public void The_pictures_of_a_folder_come_by_name_a_second_apart()
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
    public void After_a_damaged_picture_the_next_one_can_be_read()
    {
        File.WriteAllText(folder.File("a.png"), "damaged");
        Write("b.png", 20);
        using var reader = ImageReader.Folder(folder.Path);
        Assert.Throws<InputException>(() => reader.Read(image, out _));
        Assert.True(reader.Read(image, out var time));
        Assert.Equal((TimeSpan.FromSeconds(1), 20), (time, image.At<Vec3b>(0, 0).Item0));
    }

    private void Write(string name, int grey)
    {
        using var picture = new Mat(2, 2, MatType.CV_8UC3, Scalar.All(grey));
        Assert.True(Cv2.ImWrite(folder.File(name), picture));
    }
}

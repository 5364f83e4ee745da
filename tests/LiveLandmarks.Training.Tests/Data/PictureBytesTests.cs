using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class PictureBytesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Whole_pictures_are_read()
    {
        foreach (var bytes in new[] { Pictures.Jpeg(), Pictures.GradientPng(), [.. Pictures.Jpeg(), 0, 0, 1, 2, 3] })
        {
            using var image = PictureBytes.Decode(PictureBytes.Read(folder.Write("a.jpg", bytes)), "a.jpg");
            Assert.False(image.Empty());
        }
    }

    [Fact]
    public void A_picture_truncated_anywhere_is_refused()
    {
        foreach (var whole in new[] { Pictures.Jpeg(), Pictures.GradientPng() })
        {
            for (var length = 0; length < whole.Length - 5; length += 41)
            {
                var path = folder.Write("a.jpg", whole[..length]);
                var error = Assert.Throws<InputException>(() => PictureBytes.Decode(PictureBytes.Read(path), path).Dispose());
                Assert.Contains("a.jpg", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_end_of_a_thumbnail_is_not_the_end_of_the_picture()
    {
        var whole = Pictures.Jpeg();
        byte[] thumbnail = [0xFF, 0xD8, 0xFF, 0xD9];
        byte[] withThumbnail = [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(2 + thumbnail.Length), .. thumbnail, .. whole[2..]];
        Assert.Equal(withThumbnail, PictureBytes.Read(folder.Write("a.jpg", withThumbnail)));
        Assert.Contains("truncated",
            Assert.Throws<InputException>(
            () => PictureBytes.Read(folder.Write("a.jpg", withThumbnail[..(withThumbnail.Length / 2)]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_empty_files_are_named()
    {
        Assert.Contains("b.jpg: no such file", Assert.Throws<InputException>(() => PictureBytes.Read(folder.File("b.jpg"))).Message,
            StringComparison.Ordinal);
        Assert.Contains("c.jpg: the file is empty",
            Assert.Throws<InputException>(() => PictureBytes.Read(folder.Write("c.jpg", ""))).Message, StringComparison.Ordinal);
    }
}

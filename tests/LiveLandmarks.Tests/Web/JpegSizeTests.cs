using LiveLandmarks.Web;

namespace LiveLandmarks.Tests.Web;

public class JpegSizeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(640, 480)]
    [InlineData(33, 700)]
    public void The_size_of_the_picture_is_read(int width, int height) =>
        Assert.Equal((width, height), JpegSize.Read(Pictures.Grey(width, height)));

    [Fact]
    public void Progressive_pictures_give_no_size()
    {
        var jpeg = Pictures.Grey(64, 48);
        jpeg[jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) + 1] = 0xC2;
        Assert.Null(JpegSize.Read(jpeg));
    }

    [Fact]
    public void Truncated_or_damaged_data_never_throws()
    {
        var jpeg = Pictures.Grey(64, 48);
        var random = new Random(7);
        for (var i = 0; i < jpeg.Length; i++)
        {
            JpegSize.Read(jpeg.AsSpan(0, i));
            var damaged = jpeg.ToArray();
            damaged[i] = (byte)random.Next(256);
            JpegSize.Read(damaged);
        }
        Assert.Null(JpegSize.Read(jpeg.AsSpan(0, 20)));
    }
}

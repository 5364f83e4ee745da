using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

public sealed class ThumbnailTests : IDisposable
{
    private readonly Mat portrait = Networks.Astronaut();
    private readonly Mat other = new();

    public void Dispose()
    {
        portrait.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_picture_does_not_differ_from_itself_or_from_a_copy()
    {
        Assert.Equal(0, Seen(portrait).ChangeFrom(Seen(portrait)));
        var copy = new Thumbnail();
        copy.Take(Seen(portrait));
        Assert.Equal(0, copy.ChangeFrom(Seen(portrait)));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 90)]
    [InlineData(1, -40)]
    public void A_change_of_exposure_is_a_small_change(double contrast, double brightness)
    {
        portrait.ConvertTo(other, MatType.CV_8UC3, contrast, brightness);
        Assert.InRange(Seen(other).ChangeFrom(Seen(portrait)), 0, 0.08f);
    }

    [Fact]
    public void A_pan_by_a_fifth_of_the_picture_is_a_small_change()
    {
        using var left = new Mat(portrait, new Rect(0, 0, 400, 400));
        using var right = new Mat(portrait, new Rect(80, 20, 400, 400));
        Assert.InRange(Seen(right).ChangeFrom(Seen(left)), 0, 0.06f);
    }

    [Fact]
    public void A_thing_before_a_plain_wall_changes_no_more_than_its_share_of_the_area()
    {
        using var wall = new Mat(240, 320, MatType.CV_8UC3, Scalar.All(128));
        wall.CopyTo(other);
        // A tenth of the picture.
        Cv2.Rectangle(other, new Rect(100, 60, 96, 80), Scalar.All(20), -1);
        Assert.InRange(Seen(other).ChangeFrom(Seen(wall)), 0.03f, 0.1f);
        Assert.InRange(Seen(wall).ChangeFrom(Seen(other)), 0.03f, 0.1f);
    }

    [Fact]
    public void Another_picture_is_a_large_change()
    {
        using var part = new Mat(portrait, new Rect(0, 300, 300, 200));
        Cv2.Flip(part, other, FlipMode.Y);
        Assert.InRange(Seen(other).ChangeFrom(Seen(portrait)), 0.25f, 1);
        using var grey = new Mat(100, 100, MatType.CV_8UC3, Scalar.All(90));
        Assert.InRange(Seen(grey).ChangeFrom(Seen(portrait)), 0.25f, 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(3, 500)]
    public void Pictures_of_any_size_are_accepted(int width, int height)
    {
        using var picture = new Mat(height, width, MatType.CV_8UC3, Scalar.All(200));
        Assert.InRange(Seen(picture).ChangeFrom(Seen(portrait)), 0, 1);
    }

    private static Thumbnail Seen(Mat image)
    {
        var thumbnail = new Thumbnail();
        thumbnail.Take(image);
        return thumbnail;
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>The portrait, small in a large picture.</summary>
public class SmallFaceTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    public void A_small_face_in_a_large_picture_is_found_where_it_is(int height)
    {
        using var locator = Networks.Locator();
        using var portrait = Networks.Astronaut();
        var shrink = height / 90.0;
        using var small = new Mat();
        Cv2.Resize(portrait, small, new Size(), shrink, shrink, InterpolationFlags.Area);
        using var large = new Mat(720, 1280, MatType.CV_8UC3, new Scalar(120, 115, 110));
        using (var place = new Mat(large, new Rect(900, 400, small.Cols, small.Rows)))
            small.CopyTo(place);
        var face = Assert.Single(locator.Find(large));
        Assert.InRange(face.Bounds.CenterX, 900 + shrink * 225 - height / 4f, 900 + shrink * 225 + height / 4f);
        Assert.InRange(face.Bounds.CenterY, 400 + shrink * 132 - height / 4f, 400 + shrink * 132 + height / 4f);
    }
}

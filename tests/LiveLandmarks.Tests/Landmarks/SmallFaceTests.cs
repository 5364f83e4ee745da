using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>The portrait, small in a large picture.</summary>
public class SmallFaceTests
{
    private const int PartsOf720p = 6;

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    public void A_small_face_in_a_large_picture_is_found_in_its_place(int height)
    {
        using var locator = Networks.Locator();
        using var large = Large(height);
        AssertThere(Assert.Single(locator.Find(large)).Bounds, height);
    }

    [Fact]
    public void A_stream_finds_a_small_face_after_searching_every_part()
    {
        using var tracker = new FaceTracker(Networks.Locator());
        using var large = Large(24);
        var faces = Enumerable.Range(0, PartsOf720p).Select(frame => tracker.Process(large, TimeSpan.FromSeconds(frame / 30.0))).ToList();
        Assert.Empty(faces[0]);
        AssertThere(Assert.Single(faces[^1]).Box, 24);
    }

    private static Mat Large(int height)
    {
        using var portrait = Networks.Astronaut();
        using var small = new Mat();
        Cv2.Resize(portrait, small, new Size(), Shrink(height), Shrink(height), InterpolationFlags.Area);
        var large = new Mat(720, 1280, MatType.CV_8UC3, new Scalar(120, 115, 110));
        using var place = new Mat(large, new Rect(900, 400, small.Cols, small.Rows));
        small.CopyTo(place);
        return large;
    }

    private static void AssertThere(FaceBox bounds, int height)
    {
        Assert.InRange(bounds.CenterX, 900 + Shrink(height) * 225 - height / 4.0, 900 + Shrink(height) * 225 + height / 4.0);
        Assert.InRange(bounds.CenterY, 400 + Shrink(height) * 132 - height / 4.0, 400 + Shrink(height) * 132 + height / 4.0);
    }

    private static double Shrink(int height) => height / 90.0;
}

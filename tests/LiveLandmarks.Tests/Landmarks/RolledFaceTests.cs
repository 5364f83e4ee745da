using System.Collections.Immutable;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tests.Overlays;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>A face at any roll and in the dark has correct landmarks; the search for rolled faces does not change an upright
/// one.</summary>
public sealed class RolledFaceTests : IDisposable
{
    // Mean distance to the landmarks of the upright picture, as a share of the inter-ocular distance.
    private const float SamePlace = 0.05f;

    private readonly FaceLocator locator = Networks.Locator();
    private readonly Mat image = Networks.Astronaut();

    public void Dispose()
    {
        locator.Dispose();
        image.Dispose();
    }

    [Theory]
    [InlineData(45)]
    [InlineData(70)]
    [InlineData(90)]
    [InlineData(135)]
    [InlineData(180)]
    [InlineData(200)]
    [InlineData(225)]
    [InlineData(270)]
    [InlineData(315)]
    public void A_rolled_face_has_correct_landmarks(double degrees)
    {
        var upright = Assert.Single(locator.Find(image));
        var (turned, points) = FaceConditions.Turned(image, [.. upright.Points], degrees);
        using (turned)
        {
            AssertNear(points, Assert.Single(locator.Find(turned)).Points, SamePlace);
        }
    }

    [Fact]
    public void A_dark_face_has_correct_landmarks()
    {
        var upright = Assert.Single(locator.Find(image));
        using var dark = FaceConditions.Dark(image);
        AssertNear([.. upright.Points], Assert.Single(locator.Find(dark)).Points, SamePlace);
    }

    [Fact]
    public void An_upright_face_has_the_landmarks_of_its_box_bit_for_bit()
    {
        var box = locator.Detector.Detect(image)[0];
        var expected = locator.LocateFrom(image, [FaceCrop.FromBox(box, locator.Network.CropRule)])[0];
        Assert.Equal<Landmark>(expected.Points, Assert.Single(locator.Find(image)).Points);
    }

    [Fact]
    public void A_stream_finds_an_upside_down_face_after_a_few_frames_and_never_a_wrong_one()
    {
        var upright = Assert.Single(locator.Find(image));
        var (turned, points) = FaceConditions.Turned(image, [.. upright.Points], 180);
        using var tracker = new FaceTracker(locator, ownsLocator: false);
        using (turned)
        {
            var found = 0;
            for (var i = 0; i < 10; i++)
            {
                foreach (var face in tracker.Process(turned, TimeSpan.FromSeconds(i / 25.0)))
                {
                    AssertNear(points, face.Raw.Points, SamePlace);
                    found++;
                }
            }
            Assert.InRange(found, 3, 10);
        }
    }

    private static void AssertNear(Landmark[] expected, ImmutableArray<Landmark> found, float share)
    {
        var (right, left) = (LandmarkScheme.Ibug68.OuterEyeCorners.Right, LandmarkScheme.Ibug68.OuterEyeCorners.Left);
        var mean = expected.Zip(found, (a, b) => a.DistanceTo(b)).Average() / expected[right].DistanceTo(expected[left]);
        Assert.InRange(mean, 0, share);
    }
}

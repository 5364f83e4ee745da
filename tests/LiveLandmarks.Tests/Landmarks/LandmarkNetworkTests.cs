using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

public sealed class LandmarkNetworkTests : IDisposable
{
    private static readonly FaceCrop Face = new(225, 132, 124);

    private readonly LandmarkNetwork network = Networks.Landmarks();
    private readonly Mat image = Networks.Astronaut();

    public void Dispose()
    {
        network.Dispose();
        image.Dispose();
    }

    [Theory]
    [InlineData(36, 194.5, 101)]
    [InlineData(39, 212, 103)]
    [InlineData(42, 238.5, 104.5)]
    [InlineData(45, 255.5, 104.5)]
    [InlineData(30, 225, 127)]
    [InlineData(48, 202, 140)]
    [InlineData(54, 244.5, 141)]
    [InlineData(8, 221, 178)]
    public void Landmarks_lie_where_a_person_sees_them(int index, float x, float y)
    {
        var face = Assert.Single(network.Locate(image, [Face]));
        Assert.Equal(LandmarkScheme.Ibug68.Count, face.Points.Length);
        Assert.InRange(face.Points[index].DistanceTo(new Landmark(x, y, 1)), 0, 4);
    }

    [Fact]
    public void Two_crops_in_one_batch_give_the_same_as_one_after_the_other()
    {
        FaceCrop other = new(231, 127, 141);
        var together = network.Locate(image, [Face, other]);
        Assert.Equal(2, together.Length);
        AssertSame(network.Locate(image, [Face])[0], together[0]);
        AssertSame(network.Locate(image, [other])[0], together[1]);
    }

    [Fact]
    public void The_crops_of_one_face_agree_on_its_landmarks()
    {
        var faces = network.Locate(image, [Face, Face with { CenterX = 229, Side = 136 }]);
        var apart = faces[0].Points.Zip(faces[1].Points, (a, b) => a.DistanceTo(b)).Average();
        Assert.InRange(apart, 0, 0.05f * faces[0].InterOcularDistance);
    }

    [Fact]
    public void A_face_scores_above_the_minimum_and_the_background_below()
    {
        var faces = network.Locate(image, [Face, new FaceCrop(330, 60, 100), new FaceCrop(-400, -400, 100)]);
        Assert.True(faces[0].Score > network.MinimumScore);
        Assert.All(faces.Skip(1), nothing => Assert.True(nothing.Score < 0.7f * network.MinimumScore));
    }

    [Fact]
    public void No_crops_give_no_faces() => Assert.Empty(network.Locate(image, []));

    [Fact]
    public void A_detector_is_refused()
    {
        var error = Assert.Throws<ModelException>(() => new LandmarkNetwork(Networks.Load(ModelKind.Detector), Networks.OneThread));
        Assert.Contains("not a landmark model", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(FaceLandmarks expected, FaceLandmarks found)
    {
        for (var i = 0; i < expected.Points.Length; i++)
            Assert.InRange(expected.Points[i].DistanceTo(found.Points[i]), 0, 1e-3f);
    }
}

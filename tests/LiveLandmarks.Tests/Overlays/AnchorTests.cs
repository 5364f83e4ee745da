using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Clips;
using LiveLandmarks.Tests.Landmarks;
using Xunit.Abstractions;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>Overlays move with the head: with the known motion of the clip undone, each anchor stays in place.</summary>
public class AnchorTests(CollinsClip clip, ITestOutputHelper output) : IClassFixture<CollinsClip>
{
    private static readonly Dictionary<string, Vector3> Anchors = new()
    {
        ["bridge"] = HeadModel.NoseBridge with { Z = -2.7f },
        ["right temple"] = new Vector3(-7.2f, -0.5f, -1.1f),
        ["left temple"] = new Vector3(7.2f, -0.5f, -1.1f),
        ["brim"] = HatOverlay.BrimCenter,
    };

    [Theory]
    [InlineData("bridge")]
    [InlineData("right temple")]
    [InlineData("left temple")]
    [InlineData("brim")]
    public void Each_frames_anchor_is_within_1_5_percent_of_where_the_motion_puts_it(string name)
    {
        var anchors = new HeadAnchors();
        var misses = Misses(name, (frame, point) => anchors.Of(clip.Frames[frame][0], frame)!.Value.Project(point));
        output.WriteLine(Summary(misses));
        Assert.InRange(misses.Max(), 0, 0.015);
    }

    /// <summary>Shows why anchors are needed: the clip moves a flat picture of a head, so projected with the camera of the picture the brim
    /// slides over the head.</summary>
    [Fact]
    public void With_the_camera_of_the_picture_the_brim_would_drift()
    {
        var misses = Misses("brim", (frame, point) => clip.Frames[frame][0].Pose!.Value.Project(point));
        output.WriteLine(Summary(misses));
        Assert.True(misses.Max() > 0.02);
    }

    [Fact]
    public void Moving_turning_and_scaling_a_face_moves_its_anchors_the_same_way()
    {
        var face = Drawn.Astronaut;
        var moved = new Similarity(1.3f, 0.4f, 120, -60);
        var landmarks = face.Landmarks.Moved(moved.Apply);
        var one = new HeadAnchors().Of(face, 0)!.Value;
        var other = new HeadAnchors().Of(face with { Landmarks = landmarks }, 0)!.Value;
        foreach (var point in Anchors.Values)
        {
            var expected = moved.Apply(new Landmark(one.Project(point).X, one.Project(point).Y, 1));
            Assert.Equal(0, expected.DistanceTo(new Landmark(other.Project(point).X, other.Project(point).Y, 1)), 0.05f);
        }
    }

    private double[] Misses(string name, Func<int, Vector3, Vector2> project)
    {
        var back = Enumerable.Range(0, clip.Frames.Count).Select(frame =>
        {
            var seen = project(frame, Anchors[name]);
            return clip.Truth.ToSource(frame, 1).Apply(new Landmark(seen.X, seen.Y, 1));
        }).ToArray();
        var mean = new Landmark(back.Average(point => point.X), back.Average(point => point.Y), 1);
        var eyes = Enumerable.Range(0, clip.Frames.Count)
            .Average(frame => clip.Frames[frame][0].Landmarks.InterOcularDistance * clip.Truth.ToSource(frame, 1).Scale);
        return [.. back.Select(point => (double)point.DistanceTo(mean) / eyes).Order()];
    }

    private static string Summary(double[] misses) =>
        $"mean {100 * misses.Average():0.00} %, 95 % {100 * misses[(int)(0.95 * misses.Length)]:0.00} %, max {100 * misses[^1]:0.00} %";
}

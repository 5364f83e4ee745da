using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Output;
using LiveLandmarks.Tracking;
using Xunit.Abstractions;

namespace LiveLandmarks.Tests.Expression;

public class GazeInHeadTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(0, -20, 0)]
    [InlineData(0, 0, 40)]
    [InlineData(-35, 15, -25)]
    public void Eyes_that_are_turned_in_a_turned_head_have_the_angle_of_their_turn(float yaw, float pitch, float roll)
    {
        foreach (var (across, up) in new[] { (0f, 0f), (20f, 0f), (-10f, 0f), (0f, 15f), (0f, -25f), (12f, -8f) })
        {
            var face = Looks.At(new PosedAverage(yaw, pitch, roll), across, up);
            var inHead = face.LeftEye.Gaze!.Value.InHead(face.Pose!.Value);
            Assert.Equal(across, inHead.Yaw, 0.01f);
            Assert.Equal(up, inHead.Pitch, 0.01f);
        }
    }

    [Fact]
    public void Straight_ahead_is_six_degrees_below_the_axis_of_the_head()
    {
        var head = Gazing.Straight;
        Assert.Equal(6, new GazeDirection(-Vector3.UnitZ).InHead(head).Pitch, 0.01f);
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(6));
        // y points down.
        var ahead = new GazeDirection(new Vector3(0, sine, -cosine));
        Assert.Equal(-6, ahead.Pitch, 0.01f);
        Assert.Equal(0, ahead.InHead(head).Pitch, 0.01f);
        Assert.Equal(0, ahead.InHead(head).Yaw, 0.01f);
    }

    [Fact]
    public void A_head_that_turns_away_from_what_the_eyes_look_at_turns_them_in_the_head_the_other_way()
    {
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(6));
        var intoTheLens = new GazeDirection(new Vector3(0, sine, -cosine));
        // The head turns to its left, so its eyes look right; it looks up, so they look down.
        Assert.Equal(-25, intoTheLens.InHead(Gazing.At(25, 0, 0)).Yaw, 0.2f);
        Assert.Equal(-15, intoTheLens.InHead(Gazing.At(0, 15, 0)).Pitch, 0.2f);
    }

    /// <summary>People who face the lens and look into it.</summary>
    [SharedFact, Trait("Duration", "Long")]
    public void The_eyes_of_studio_portraits_look_straight_ahead()
    {
        using var locator = Networks.Locator();
        using var network = BlendshapeNetwork.Open(new ModelChoice { Folder = Repository.Models });
        List<GazeDirection> gazes = [];
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.SharedFaces, "open", "studio"), "canada_*.jpg"))
        {
            using var image = LiveLandmarks.Capture.ImageFile.Read(path);
            var face = StillFace.Of(1, locator.Find(image)[0], CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows), network);
            foreach (var eye in new[] { face.RightEye, face.LeftEye })
            {
                if (eye.Gaze is { } gaze)
                    gazes.Add(gaze.InHead(face.Pose!.Value));
            }
        }
        var (yaw, pitch) = (gazes.Average(gaze => gaze.Yaw), gazes.Average(gaze => gaze.Pitch));
        output.WriteLine($"{gazes.Count} eyes: mean yaw {yaw:0.0}°, mean pitch {pitch:0.0}°");
        Assert.InRange(gazes.Count, 60, 80);
        Assert.Equal(0, yaw, 2f);
        Assert.Equal(0, pitch, 2f);
    }
}

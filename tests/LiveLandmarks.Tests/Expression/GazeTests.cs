using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using Xunit.Abstractions;

namespace LiveLandmarks.Tests.Expression;

public class GazeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 20, 10)]
    [InlineData(0, 0, 0, -25, -15)]
    [InlineData(25, 0, 0, 0, 0)]
    [InlineData(-20, 15, 30, 10, -10)]
    [InlineData(10, -20, -45, 30, 5)]
    public void An_eyeball_that_is_seen_gives_back_where_it_looks(float yaw, float pitch, float roll, float gazeYaw, float gazePitch)
    {
        var pose = Gazing.At(yaw, pitch, roll);
        var direction = GazeDirection.FromAngles(gazeYaw, gazePitch).Direction;
        var face = Gazing.Face(pose, direction, direction);
        var eyes = FaceApertures.Of(face.Scheme)!;
        foreach (var (eye, pupil) in new[] { (eyes.RightEye, face.Pupils!.Value.Right), (eyes.LeftEye, face.Pupils!.Value.Left) })
        {
            var gaze = Eyeball.Gaze(eye, face.Points.AsSpan(), pupil, pose)!.Value;
            // The middle of the corners in the picture is not quite the picture of their middle.
            Assert.Equal(gazeYaw, gaze.Yaw, 0.7f);
            Assert.Equal(gazePitch, gaze.Pitch, 0.7f);
        }
    }

    [Fact]
    public void Left_is_the_persons_left_and_up_is_up()
    {
        var gaze = new GazeDirection(Vector3.Normalize(new Vector3(0.2f, -0.1f, -1)));
        Assert.InRange(gaze.Yaw, 11, 12);
        Assert.InRange(gaze.Pitch, 5, 6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, -20)]
    [InlineData(-170, 60)]
    public void Angles_give_the_direction_that_has_them(float yaw, float pitch)
    {
        var gaze = GazeDirection.FromAngles(yaw, pitch);
        Assert.Equal(1, gaze.Direction.Length(), 1e-5f);
        Assert.Equal(yaw, gaze.Yaw, 1e-3f);
        Assert.Equal(pitch, gaze.Pitch, 1e-3f);
        Assert.Equal(0, gaze.AngleTo(gaze), 0.05f);
        Assert.Equal(90, gaze.AngleTo(GazeDirection.FromAngles(yaw, pitch - 90)), 0.01f);
    }

    [Fact]
    public void A_pupil_beside_the_eyeball_has_no_gaze()
    {
        var face = Gazing.Face(Gazing.Straight, Vector3.Zero, Vector3.Zero);
        var (eye, pupil) = (FaceApertures.Of(face.Scheme)!.LeftEye, face.Pupils!.Value.Left);
        Assert.NotNull(Eyeball.Gaze(eye, face.Points.AsSpan(), pupil, Gazing.Straight));
        Assert.Null(Eyeball.Gaze(eye, face.Points.AsSpan(), pupil with { X = pupil.X + 25 }, Gazing.Straight));
        Assert.Null(Eyeball.Gaze(eye, face.Points.AsSpan(), new Landmark(float.NaN, 3, 1), Gazing.Straight));
    }

    /// <summary>All look into the lens. The network's offset was measured on other people.</summary>
    [SharedFact, Trait("Duration", "Long")]
    public void Studio_portraits_look_into_the_lens()
    {
        using var locator = Networks.Locator();
        using var network = BlendshapeNetwork.Open(new ModelChoice { Folder = Repository.Models });
        var angles = new List<float>();
        string[] portraits = [.. Directory.GetFiles(Path.Combine(Repository.SharedFaces, "open", "studio"), "london_*.jpg")
            .Where(path => Path.GetFileNameWithoutExtension(path)[^3..] is "_03" or "_08").Order(StringComparer.Ordinal)];
        foreach (var path in portraits)
        {
            using var image = LiveLandmarks.Capture.ImageFile.Read(path);
            var face = StillFace.Of(1, locator.Find(image)[0], CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows), network);
            Vector3[] eyes = [.. new[] { face.RightEye, face.LeftEye }.Select(eye => eye.Gaze?.Direction).OfType<Vector3>()];
            var gaze = Vector3.Normalize(eyes.Aggregate(Vector3.Add));
            angles.Add(new GazeDirection(gaze).AngleTo(new GazeDirection(-Vector3.Normalize(face.Pose!.Value.Translation))));
        }
        var within = angles.Count(angle => angle <= 5);
        output.WriteLine($"{within} of {angles.Count} portraits look within 5° of the lens; mean {angles.Average():0.0}°");
        Assert.InRange(angles.Count, 190, 210);
        Assert.InRange(within / (double)angles.Count, 0.9, 1);
    }
}

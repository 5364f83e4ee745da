using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Smoothing;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Expression;

/// <summary>Pupils, tested on the portrait, whose eyes look into the lens.</summary>
public class PupilTests
{
    [Theory]
    [InlineData("face-standard")]
    [InlineData("face-lite")]
    public void A_network_with_pupils_gives_68_landmarks_and_both_pupils_inside_their_eyes(string model)
    {
        var face = Portrait(model);
        Assert.Equal(LandmarkScheme.Ibug68, face.Landmarks.Scheme);
        Assert.Equal(68, face.Landmarks.Points.Length);
        foreach (var (eye, first) in new[] { (face.RightEye, 36), (face.LeftEye, 42) })
        {
            Assert.Equal(EyeState.Open, eye.State);
            Assert.NotNull(eye.Pupil);
            var corners = (face.Raw.Points[first], face.Raw.Points[first + 3]);
            var middle = new Landmark((corners.Item1.X + corners.Item2.X) / 2, (corners.Item1.Y + corners.Item2.Y) / 2, 1);
            Assert.InRange(eye.Pupil.Value.DistanceTo(middle) / corners.Item1.DistanceTo(corners.Item2), 0, 0.25f);
        }
    }

    [Fact]
    public void A_network_without_pupils_gives_none()
    {
        var face = Portrait("ibug68-standard");
        Assert.Null(face.Landmarks.Pupils);
        Assert.Null(face.RightEye.Pupil);
    }

    [Theory]
    [InlineData(EyeState.Open, 0.9f, true)]
    [InlineData(EyeState.Open, 0.2f, false)]
    [InlineData(EyeState.Closed, 0.9f, false)]
    [InlineData(EyeState.NotVisible, 0.9f, false)]
    public void A_pupil_is_reported_only_if_the_eye_is_open_and_the_pupil_confident(EyeState state, float confidence, bool isShown)
    {
        var (pose, face) = (Gazing.Straight, Gazing.Face(Gazing.Straight, Vector3.Zero, Vector3.Zero));
        var eye = FaceMeter.WithPupil(
            new EyeReading(state, 1, 0.3f, 0.9f, 0), FaceApertures.Of(face.Scheme)!.LeftEye, face,
            face.Pupils!.Value.Left with { Confidence = confidence }, pose);
        Assert.Equal((isShown, isShown), (eye.Pupil is not null, eye.Gaze is not null));
    }

    [Fact]
    public void A_jittering_pupil_is_smoothed_and_one_that_moves_with_the_head_does_not_lag()
    {
        var smoother = new PupilSmoother(new SmoothingOptions());
        var (still, moving) = (new List<float>(), new List<float>());
        for (var i = 0; i < 60; i++)
        {
            var tremble = i % 2 == 0 ? 0.5f : -0.5f;
            still.Add(Smooth(0, tremble).X - 50);
        }
        for (var i = 0; i < 30; i++)
            moving.Add(Smooth(5 * i, 0).X - 50 - 5 * i);
        Assert.InRange(still.Skip(30).Max() - still.Skip(30).Min(), 0, 0.6f);
        Assert.InRange(moving.Skip(5).Max(MathF.Abs), 0, 0.3f);

        Landmark Smooth(float shift, float tremble)
        {
            var points = new Landmark[68];
            (points[36], points[45]) = (new Landmark(40 + shift, 20, 1), new Landmark(140 + shift, 20, 1));
            var face = new FaceLandmarks(LandmarkScheme.Ibug68, [.. points])
                { Pupils = new FacePupils(new Landmark(50 + shift + tremble, 20, 1), new Landmark(130 + shift, 20, 1)) };
            time += TimeSpan.FromSeconds(1 / 30.0);
            return smoother.Smooth(face, face.Points, time)!.Value.Right;
        }
    }

    private TimeSpan time;

    private static TrackedFace Portrait(string model)
    {
        using var detector = Networks.Detector();
        using var locator = new FaceLocator(
            detector, new LandmarkNetwork(ModelCatalog.Open(Repository.Models).Load(ModelKind.Landmarks, model), Networks.OneThread));
        using var image = Networks.Astronaut();
        return StillFace.Of(1, locator.Find(image)[0], CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows));
    }
}

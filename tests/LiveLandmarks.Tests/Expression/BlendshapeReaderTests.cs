using LiveLandmarks.Expression;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Output;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Expression;

/// <summary>Blinks and looks, which need no network.</summary>
public class BlendshapeReaderTests
{
    private static readonly Blendshape[] LooksOfRight =
        [Blendshape.EyeLookDownRight, Blendshape.EyeLookInRight, Blendshape.EyeLookOutRight, Blendshape.EyeLookUpRight];

    private static readonly Blendshape[] LooksOfLeft =
        [Blendshape.EyeLookDownLeft, Blendshape.EyeLookInLeft, Blendshape.EyeLookOutLeft, Blendshape.EyeLookUpLeft];

    [Fact]
    public void A_blink_is_what_an_eye_lacks_to_be_open()
    {
        // The right eye is open by 0.1, the left one by 0.8.
        var shapes = Read(new PosedAverage().Track())!;
        Assert.Equal(0.9f, shapes[Blendshape.EyeBlinkRight]!.Value, 1e-3f);
        Assert.Equal(0.2f, shapes[Blendshape.EyeBlinkLeft]!.Value, 1e-3f);
        var face = new PosedAverage().Track();
        shapes = Read(face with { LeftEye = face.LeftEye with { Openness = null } })!;
        Assert.NotNull(shapes[Blendshape.EyeBlinkRight]);
        Assert.Null(shapes[Blendshape.EyeBlinkLeft]);
    }

    [Fact]
    public void Without_a_network_the_other_movements_are_unknown()
    {
        var shapes = Read(Looks.At(new PosedAverage(), 3, 4))!;
        Blendshape[] known = [Blendshape.EyeBlinkLeft, Blendshape.EyeBlinkRight, .. LooksOfLeft, .. LooksOfRight];
        Assert.All(Enum.GetValues<Blendshape>(), shape => Assert.Equal(known.Contains(shape), shapes[shape] is not null));
    }

    /// <summary>Strengths in the order down, in, out, up; 35 degrees are 1.</summary>
    [Theory]
    [InlineData(0, 0, new[] { 0f, 0, 0, 0 }, new[] { 0f, 0, 0, 0 })]
    [InlineData(17.5f, 0, new[] { 0, 0.5f, 0, 0 }, new[] { 0, 0, 0.5f, 0 })]
    [InlineData(-7, 0, new[] { 0, 0, 0.2f, 0 }, new[] { 0, 0.2f, 0, 0 })]
    [InlineData(0, 14, new[] { 0, 0, 0, 0.4f }, new[] { 0, 0, 0, 0.4f })]
    [InlineData(0, -21, new[] { 0.6f, 0, 0, 0 }, new[] { 0.6f, 0, 0, 0 })]
    [InlineData(50, -60, new[] { 1f, 1, 0, 0 }, new[] { 1f, 0, 1, 0 })]
    public void Eyes_look_in_out_up_and_down(float yaw, float pitch, float[] right, float[] left)
    {
        foreach (var head in new[] { new PosedAverage(), new PosedAverage(-20, 10, 25) })
        {
            var shapes = Read(Looks.At(head, yaw, pitch))!;
            Assert.Equal(right, LooksOfRight.Select(shape => shapes[shape]!.Value), (a, b) => MathF.Abs(a - b) < 2e-3f);
            Assert.Equal(left, LooksOfLeft.Select(shape => shapes[shape]!.Value), (a, b) => MathF.Abs(a - b) < 2e-3f);
        }
    }

    [Fact]
    public void An_eye_without_a_gaze_looks_nowhere_that_is_known()
    {
        var face = Looks.At(new PosedAverage(), 10, 5);
        var shapes = Read(face with { RightEye = face.RightEye with { Gaze = null } })!;
        Assert.All(LooksOfRight, shape => Assert.Null(shapes[shape]));
        Assert.All(LooksOfLeft, shape => Assert.NotNull(shapes[shape]));
    }

    [Fact]
    public void A_covered_eye_tells_nothing_and_the_other_one_does()
    {
        var face = Looks.At(new PosedAverage(), 10, 5);
        var shapes = Read(face with { Landmarks = face.Landmarks.Covered(36..42) })!;
        Assert.All(LooksOfRight.Append(Blendshape.EyeBlinkRight), shape => Assert.Null(shapes[shape]));
        Assert.All(LooksOfRight.Append(Blendshape.EyeBlinkRight), shape => Assert.Equal(0, shapes.Confidence(shape)));
        Assert.All(LooksOfLeft.Append(Blendshape.EyeBlinkLeft), shape => Assert.NotNull(shapes[shape]));
    }

    [Fact]
    public void The_far_eye_of_a_turned_head_tells_nothing()
    {
        var shapes = Read(Looks.At(new PosedAverage(Yaw: 65), 0, 0))!;
        Assert.Null(shapes[Blendshape.EyeBlinkLeft]);
        Assert.NotNull(shapes[Blendshape.EyeBlinkRight]);
        var straight = Read(Looks.At(new PosedAverage(), 0, 0))!;
        Assert.True(straight.Confidence(Blendshape.EyeBlinkLeft) > 0.6f);
    }

    [Fact]
    public void Without_a_pose_or_a_way_to_68_landmarks_nothing_is_known()
    {
        Assert.NotNull(Read(new PosedAverage().Track()));
        Assert.Null(Read(new PosedAverage().Track() with { Pose = null }));
        var few = new PosedHead(LandmarkScheme.Aflw19);
        Assert.NotNull(few.Solve());
        var (right, left) = (default(EyeReading), default(EyeReading));
        Assert.Null(new BlendshapeReader(null).Read(few.See(), few.Solve(), ref right, ref left, TimeSpan.Zero));
    }

    [Fact]
    public void A_scheme_with_a_map_to_68_landmarks_is_read()
    {
        var map = LiveLandmarks.Landmarks.LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.Wflw98);
        var face = Looks.At(new PosedAverage(), 0, 14);
        var shapes = Read(face with { Landmarks = map.Apply(face.Landmarks) })!;
        Assert.Equal(0.4f, shapes[Blendshape.EyeLookUpLeft]!.Value, 2e-3f);
    }

    /// <summary>The meter has the gaze of the frame and not that of the frame before.</summary>
    [Fact]
    public void A_tracked_face_has_its_blinks_and_looks()
    {
        var meter = new FaceMeter(new BlinkOptions(), 0.65f);
        var head = new PosedHead(LandmarkScheme.Ibug68);
        for (var i = 0; i < 60; i++)
            Measure(head, i / 30.0);
        var open = Measure(head, 2.1);
        Assert.Equal(1 - open.LeftEye.Openness!.Value, open.Blendshapes![Blendshape.EyeBlinkLeft]!.Value, 1e-3f);
        Assert.InRange(open.Blendshapes[Blendshape.EyeBlinkLeft]!.Value, 0, 0.1f);
        Assert.Null(open.Blendshapes[Blendshape.EyeLookUpLeft]);
        var wink = Measure(head with { LeftEye = 0.02f }, 2.2);
        Assert.InRange(wink.Blendshapes![Blendshape.EyeBlinkLeft]!.Value, 0.7f, 1);
        Assert.InRange(wink.Blendshapes[Blendshape.EyeBlinkRight]!.Value, 0, 0.1f);

        TrackedFace Measure(PosedHead seen, double seconds)
        {
            var face = seen.See();
            return meter.Measure(1, 1, face, face, seen.Camera, TimeSpan.FromSeconds(seconds));
        }
    }

    private static Blendshapes? Read(TrackedFace face)
    {
        var (right, left) = (face.RightEye, face.LeftEye);
        var shapes = new BlendshapeReader(null).Read(face.Landmarks, face.Pose, ref right, ref left, TimeSpan.Zero);
        Assert.Equal((face.RightEye, face.LeftEye), (right, left));
        return shapes;
    }
}

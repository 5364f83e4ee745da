using LiveLandmarks.Expression;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Expression;

public class ExpressionMeterTests
{
    private const float OpenAspect = 0.3f;

    private static readonly PosedHead Frontal = new(LandmarkScheme.Ibug68);

    /// <summary>Lids that close in 80 ms, stay for 40 ms and open in 130 ms, six times in twelve seconds, on a nodding head.</summary>
    [Theory]
    [InlineData(30, 0.05f)]
    [InlineData(15, 0.05f)]
    [InlineData(30, 0.7f)]
    public void Every_blink_is_counted_once_despite_noise_and_nothing_else_is(int rate, float shutShare)
    {
        var (meter, random) = (new FaceMeter(new BlinkOptions(), 0.65f), new Random(11));
        TrackedFace? last = null;
        for (var i = 0; i < 12 * rate; i++)
        {
            var time = TimeSpan.FromSeconds(i / (double)rate);
            var aspect = OpenAspect * (1 - (1 - shutShare) * Closure(time.TotalSeconds % 2 - 1));
            var head = Frontal with { Pitch = 8 * MathF.Sin(i / 20f), Yaw = 20 * MathF.Sin(i / 33f), RightEye = aspect, LeftEye = aspect };
            var face = head.See(random, 0.1f);
            last = meter.Measure(1, 1, face, face, head.Camera, time);
        }
        Assert.Equal(6, last!.RightEye.Blinks);
        Assert.Equal(6, last.LeftEye.Blinks);
    }

    [Fact]
    public void A_wink_closes_one_eye_and_left_is_the_persons_left()
    {
        var meter = new FaceMeter(new BlinkOptions(), 0.65f);
        Settle(meter, Frontal);
        var face = Measure(meter, Frontal with { LeftEye = 0.02f }, 3);
        Assert.Equal((EyeState.Open, EyeState.Closed), (face.RightEye.State, face.LeftEye.State));
        Assert.True(face.RightEye.Openness > 0.95f);
    }

    [Theory]
    [InlineData(0.22f)]
    [InlineData(0.42f)]
    public void Openness_is_relative_to_how_wide_the_eyes_usually_are(float aspect)
    {
        var meter = new FaceMeter(new BlinkOptions(), 0.65f);
        var head = Frontal with { RightEye = aspect, LeftEye = aspect };
        Settle(meter, head);
        Assert.InRange(Measure(meter, head, 3).LeftEye.Openness!.Value, 0.9f, 1);
        Assert.Equal(0, Measure(meter, head, 3.1).LeftEye.Blinks);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(0, 25)]
    [InlineData(-25, -20)]
    public void The_turn_of_the_head_does_not_change_the_readings(float yaw, float pitch)
    {
        var face = Measure(new FaceMeter(new BlinkOptions(), 0.65f), Frontal with { Yaw = yaw, Pitch = pitch, Mouth = 2 }, 0);
        Assert.Equal(OpenAspect, face.LeftEye.Aspect!.Value, 0.02f);
        Assert.Equal(OpenAspect, face.RightEye.Aspect!.Value, 0.02f);
        Assert.Equal(2 / 4.4f, face.Mouth.Aspect!.Value, 0.03f);
        Assert.Equal(2 / 5f, face.Mouth.Openness!.Value, 0.02f);
    }

    [Fact]
    public void The_far_eye_of_a_turned_head_is_not_visible_and_the_near_one_is()
    {
        var left = Measure(new FaceMeter(new BlinkOptions(), 0.65f), Frontal with { Yaw = 60 }, 0);
        Assert.Equal((EyeState.Open, EyeState.NotVisible), (left.RightEye.State, left.LeftEye.State));
        Assert.Null(left.LeftEye.Openness);
        var right = Measure(new FaceMeter(new BlinkOptions(), 0.65f), Frontal with { Yaw = -60 }, 0);
        Assert.Equal((EyeState.NotVisible, EyeState.Open), (right.RightEye.State, right.LeftEye.State));
    }

    [Fact]
    public void In_profile_the_mouth_is_not_visible_and_its_numbers_are_left_out()
    {
        var face = Measure(new FaceMeter(new BlinkOptions(), 0.65f), Frontal with { Yaw = 85 }, 0);
        Assert.False(face.Mouth.IsVisible);
        Assert.Null(face.Mouth.Aspect);
    }

    [Fact]
    public void An_eye_lost_while_it_closes_is_not_a_blink()
    {
        var meter = new FaceMeter(new BlinkOptions(), 0.65f);
        Settle(meter, Frontal);
        Measure(meter, Frontal with { LeftEye = 0 }, 2.03);
        Measure(meter, Frontal with { LeftEye = 0, Yaw = 70 }, 2.07);
        Measure(meter, Frontal with { LeftEye = 0 }, 2.10);
        Assert.Equal(0, Measure(meter, Frontal, 2.13).LeftEye.Blinks);
    }

    [Fact]
    public void A_scheme_without_lids_reports_eyes_and_mouth_as_not_visible()
    {
        var face = Measure(new FaceMeter(new BlinkOptions(), 0.65f), new PosedHead(LandmarkScheme.Aflw19), 0);
        Assert.NotNull(face.Pose);
        Assert.Equal(EyeState.NotVisible, face.LeftEye.State);
        Assert.False(face.Mouth.IsVisible);
    }

    private static float Closure(double seconds) => (float)(seconds switch
    {
        < 0 or > 0.25 => 0,
        < 0.08 => seconds / 0.08,
        < 0.12 => 1,
        _ => (0.25 - seconds) / 0.13,
    });

    private static void Settle(FaceMeter meter, PosedHead head)
    {
        for (var i = 0; i < 60; i++)
            Measure(meter, head, i / 30.0);
    }

    private static TrackedFace Measure(FaceMeter meter, PosedHead head, double seconds)
    {
        var face = head.See();
        return meter.Measure(1, 1, face, face, head.Camera, TimeSpan.FromSeconds(seconds));
    }
}

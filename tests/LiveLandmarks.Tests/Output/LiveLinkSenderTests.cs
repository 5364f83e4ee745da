using LiveLandmarks.Output;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class LiveLinkSenderTests : IDisposable
{
    private readonly UdpListener listener = new();
    private readonly ITrackedFrameSink sender;

    public LiveLinkSenderTests() => sender = Receiver.LiveLink(port: listener.Port).Open();

    public void Dispose()
    {
        sender.Dispose();
        listener.Dispose();
    }

    [Fact]
    public void A_packet_names_its_subject_and_has_the_time_of_day_as_a_timecode()
    {
        var before = DateTime.Now.TimeOfDay.TotalSeconds;
        var (first, second) = (Send(new PosedAverage().Track()), Send(new PosedAverage().Track()));
        Assert.Equal("LiveLandmarks", first.Subject);
        Assert.Equal(first.Device, second.Device);
        Assert.Equal((60, 1), (first.Rate, first.Denominator));
        var seconds = (first.Frame + first.Part) / 60.0;
        // Midnight may pass between.
        Assert.True(seconds >= before - 0.1 ? seconds < before + 30 : before > 86000, $"{seconds} s, not {before} s");
        Assert.InRange(first.Part, 0, 1);
    }

    [Fact]
    public void Movements_have_the_places_of_Unreal_Engine()
    {
        var values = Send(new PosedAverage().Track() with { Blendshapes = Arkit.Different() }).Values!;
        for (var i = 0; i < Arkit.Names.Length; i++)
            Assert.Equal((i + 1) / 100f, values[i], 1e-3f);
    }

    [Fact]
    public void Unknown_movements_are_0_and_eyes_and_mouth_are_those_that_were_read()
    {
        var values = Send(new PosedAverage().Track()).Values!;
        Assert.Equal(0.2f, values[Array.IndexOf(Arkit.Names, "EyeBlinkLeft")], 5e-4f);
        Assert.Equal(0.9f, values[Array.IndexOf(Arkit.Names, "EyeBlinkRight")], 5e-4f);
        Assert.Equal(0.5f, values[Array.IndexOf(Arkit.Names, "JawOpen")], 1e-5f);
        Assert.Equal(0.2f + 0.9f + 0.5f, values[..52].Sum(), 1e-3f);
    }

    /// <summary>Yaw is positive to the person's left, pitch upwards, roll to their right shoulder.</summary>
    [Theory]
    [InlineData(30, 0, 0, 0.5236f, 0, 0)]
    [InlineData(0, 20, 0, 0, 0.3491f, 0)]
    [InlineData(0, 0, 25, 0, 0, -0.4363f)]
    public void The_head_turns_in_radians(float yaw, float pitch, float roll, float headYaw, float headPitch, float headRoll)
    {
        var head = Send(new PosedAverage(yaw, pitch, roll).Track()).Head;
        Assert.Equal([headYaw, headPitch, headRoll], head, (a, b) => Math.Abs(a - b) < 1e-3f);
    }

    [Fact]
    public void Eyes_turn_in_the_head()
    {
        var data = Send(Looks.At(new PosedAverage(-30, 10, 5), 10, 5));
        Assert.Equal([0.1745f, 0.0873f, 0f], data.LeftEye, (a, b) => Math.Abs(a - b) < 1e-3f);
        Assert.Equal(data.LeftEye, data.RightEye);
    }

    [Fact]
    public void Without_a_face_only_the_header_is_sent()
    {
        Assert.Null(Send().Values);
        sender.Dispose();
        listener.Send(sender, new PosedAverage().Track());
        Assert.False(listener.HasMore());
    }

    private LiveLinkData Send(params TrackedFace[] faces)
    {
        listener.Send(sender, faces);
        return new LiveLinkData(listener.Receive());
    }
}

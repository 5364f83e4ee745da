using System.Numerics;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class VmcSenderTests : IDisposable
{
    private readonly UdpListener listener = new();
    private readonly ITrackedFrameSink sender;

    public VmcSenderTests() => sender = Receiver.Vmc(port: listener.Port).Open();

    public void Dispose()
    {
        sender.Dispose();
        listener.Dispose();
    }

    [Fact]
    public void A_frame_is_one_bundle_in_the_order_of_the_protocol()
    {
        var messages = Send(new PosedAverage().Track());
        Assert.Equal(
            [
                ("/VMC/Ext/Bone/Pos", ",sfffffff"), ("/VMC/Ext/Blend/Val", ",sf"), ("/VMC/Ext/Blend/Val", ",sf"),
                ("/VMC/Ext/Blend/Val", ",sf"),
                ("/VMC/Ext/Blend/Apply", ","), ("/VMC/Ext/OK", ",iiii"), ("/VMC/Ext/T", ",f"),
            ],
            messages.Select(message => (message.Address, message.Types)));
        Assert.Equal(["Head", 0f, 0f, 0f], messages[0].Arguments[..4]);
        Assert.Equal([1, 3, 0, 1], messages[5].Arguments);
        Assert.Equal([1.25f], messages[6].Arguments);
    }

    [Fact]
    public void Eyes_and_mouth_have_the_names_of_vrm_and_go_from_0_to_1()
    {
        var values = Send(new PosedAverage().Track()).Where(message => message.Address == "/VMC/Ext/Blend/Val")
            .ToDictionary(message => (string)message.Arguments[0], message => (float)message.Arguments[1]);
        Assert.Equal(["A", "Blink_L", "Blink_R"], values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.2f, values["Blink_L"], 1e-5f);
        Assert.Equal(0.9f, values["Blink_R"], 1e-5f);
        Assert.Equal(0.5f, values["A"], 1e-5f);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(0, -25, 0)]
    [InlineData(-40, 10, 20)]
    public void The_head_of_an_avatar_in_Unity_turns_like_that_of_the_person(float yaw, float pitch, float roll)
    {
        var arguments = Send(new PosedAverage(yaw, pitch, roll).Track())[0].Arguments;
        var turn = new Quaternion((float)arguments[4], (float)arguments[5], (float)arguments[6], (float)arguments[7]);
        Assert.Equal(1, turn.Length(), 1e-4f);
        Assert.True(turn.W >= 0);
        // x points to the avatar's right, y up, z to its front.
        var (y, p) = (float.DegreesToRadians(yaw), float.DegreesToRadians(pitch));
        var front = Vector3.Transform(Vector3.UnitZ, turn);
        Assert.Equal(-MathF.Sin(y) * MathF.Cos(p), front.X, 1e-3f);
        Assert.Equal(MathF.Sin(p), front.Y, 1e-3f);
        var up = Vector3.Transform(Vector3.UnitY, turn);
        Assert.True(roll == 0 || MathF.Sign(up.X) == -MathF.Sign(roll));
    }

    [Fact]
    public void Of_several_faces_the_first_is_sent()
    {
        var head = Send(new PosedAverage(Yaw: 20).Track(3), new PosedAverage(Yaw: -20).Track(5))[0];
        Assert.True((float)head.Arguments[5] < 0);
    }

    [Fact]
    public void Parts_that_are_not_visible_do_not_move()
    {
        var face = new PosedAverage().See();
        var messages = Send(new TrackedFace(1, 1, face, face));
        Assert.DoesNotContain(messages, message => message.Address == "/VMC/Ext/Bone/Pos");
        Assert.All(messages.Where(message => message.Address == "/VMC/Ext/Blend/Val"), message => Assert.Equal(0f, message.Arguments[1]));
    }

    [Fact]
    public void Without_a_face_only_the_status_is_sent()
    {
        var messages = Send();
        Assert.Equal(["/VMC/Ext/OK", "/VMC/Ext/T"], messages.Select(message => message.Address));
        Assert.Equal([1, 3, 0, 0], messages[0].Arguments);
    }

    [Fact]
    public void After_the_end_nothing_is_sent()
    {
        sender.Dispose();
        listener.Send(sender, new PosedAverage().Track());
        Assert.False(listener.HasMore());
    }

    private OscMessage[] Send(params TrackedFace[] faces)
    {
        listener.Send(sender, faces);
        return OscMessage.InBundle(listener.Receive());
    }
}

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
                ("/VMC/Ext/Blend/Val", ",sf"), ("/VMC/Ext/Blend/Val", ",sf"), ("/VMC/Ext/Blend/Val", ",sf"),
                ("/VMC/Ext/Blend/Val", ",sf"),
                ("/VMC/Ext/Blend/Apply", ","), ("/VMC/Ext/OK", ",iiii"), ("/VMC/Ext/T", ",f"),
            ],
            messages.Select(message => (message.Address, message.Types)));
        Assert.Equal(["Head", 0f, 0f, 0f], messages[0].Arguments[..4]);
        Assert.Equal([1, 3, 0, 1], messages[8].Arguments);
        Assert.Equal([1.25f], messages[9].Arguments);
    }

    [Fact]
    public void Eyes_and_mouth_have_the_names_of_vrm_and_go_from_0_to_1()
    {
        var values = ShapesIn(Send(new PosedAverage().Track()));
        Assert.Equal(["A", "Blink_L", "Blink_R", "EyeBlinkLeft", "EyeBlinkRight", "JawOpen"], values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.2f, values["Blink_L"], 1e-5f);
        Assert.Equal(0.9f, values["Blink_R"], 1e-5f);
        Assert.Equal(0.5f, values["A"], 1e-5f);
        // Movements have three decimals.
        Assert.Equal(values["Blink_L"], values["EyeBlinkLeft"], 5e-4f);
        Assert.Equal(values["Blink_R"], values["EyeBlinkRight"], 5e-4f);
        Assert.Equal(values["A"], values["JawOpen"]);
    }

    [Fact]
    public void All_of_ARKits_movements_are_sent_by_the_names_of_perfect_sync_in_bundles_that_fit_a_packet()
    {
        listener.Send(sender, new PosedAverage().Track() with { Blendshapes = Arkit.Different() });
        List<OscMessage> messages = [];
        while (messages.Count == 0 || messages[^1].Address != "/VMC/Ext/T")
        {
            var datagram = listener.Receive();
            Assert.InRange(datagram.Length, 1, 1472);
            messages.AddRange(OscMessage.InBundle(datagram));
        }
        Assert.False(listener.HasMore());

        var values = ShapesIn(messages);
        Assert.Equal(Arkit.Names.Length + 3, values.Count);
        for (var i = 0; i < Arkit.Names.Length; i++)
            Assert.Equal((i + 1) / 100f, values[Arkit.Names[i]], 1e-3f);
        var apply = messages.FindIndex(message => message.Address == "/VMC/Ext/Blend/Apply");
        Assert.True(apply > messages.FindLastIndex(message => message.Address == "/VMC/Ext/Blend/Val"));
        Assert.Equal(["/VMC/Ext/OK", "/VMC/Ext/T"], messages[(apply + 1)..].Select(message => message.Address));
    }

    [Fact]
    public void Unknown_movements_are_left_out()
    {
        var face = new PosedAverage().See();
        var shapes = Arkit.Of((Blendshape.BrowInnerUp, 0.25f), (Blendshape.MouthSmileLeft, 0));
        var values = ShapesIn(Send(new TrackedFace(1, 1, face, face) { Blendshapes = shapes }));
        Assert.Equal(["A", "Blink_L", "Blink_R", "BrowInnerUp", "MouthSmileLeft"], values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.25f, values["BrowInnerUp"]);
    }

    [Fact]
    public void Eyes_look_as_they_do_in_their_sockets()
    {
        var values = ShapesIn(Send(Looks.At(new PosedAverage(-25, 10, 5), 17.5f, -7)));
        Assert.Equal(0.5f, values["EyeLookOutLeft"], 1e-3f);
        Assert.Equal(0.5f, values["EyeLookInRight"], 1e-3f);
        Assert.Equal(0.2f, values["EyeLookDownLeft"], 1e-3f);
        Assert.Equal(0.2f, values["EyeLookDownRight"], 1e-3f);
        Assert.Equal(0, values["EyeLookInLeft"] + values["EyeLookOutRight"] + values["EyeLookUpLeft"] + values["EyeLookUpRight"]);
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

    private static Dictionary<string, float> ShapesIn(IEnumerable<OscMessage> messages) =>
        messages.Where(message => message.Address == "/VMC/Ext/Blend/Val")
            .ToDictionary(message => (string)message.Arguments[0], message => (float)message.Arguments[1]);

    private OscMessage[] Send(params TrackedFace[] faces)
    {
        listener.Send(sender, faces);
        return OscMessage.InBundle(listener.Receive());
    }
}

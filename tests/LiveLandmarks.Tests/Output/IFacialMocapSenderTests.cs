using System.Numerics;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class IFacialMocapSenderTests : IDisposable
{
    private readonly UdpListener listener = new();
    private readonly ITrackedFrameSink sender;

    public IFacialMocapSenderTests() => sender = Receiver.IFacialMocap(port: listener.Port).Open();

    public void Dispose()
    {
        sender.Dispose();
        listener.Dispose();
    }

    /// <summary>The names of the example on www.ifacialmocap.com/for-developer.</summary>
    [Fact]
    public void The_names_are_those_of_the_published_example()
    {
        const string names =
            "mouthSmile_R eyeLookOut_L mouthUpperUp_L eyeWide_R mouthClose mouthPucker mouthRollLower eyeBlink_R eyeLookDown_L " +
            "cheekSquint_R eyeBlink_L tongueOut jawRight eyeLookIn_R cheekSquint_L mouthDimple_L mouthPress_L eyeSquint_L " +
            "mouthRight mouthShrugLower eyeLookUp_R eyeLookOut_R mouthPress_R cheekPuff jawForward mouthLowerDown_L mouthFrown_L " +
            "mouthShrugUpper browOuterUp_L browInnerUp mouthDimple_R browDown_R mouthUpperUp_R mouthRollUpper mouthFunnel " +
            "mouthStretch_R mouthFrown_R eyeLookDown_R jawOpen jawLeft browDown_L mouthSmile_L noseSneer_R mouthLowerDown_R " +
            "noseSneer_L eyeWide_L mouthStretch_L browOuterUp_R eyeLookIn_L eyeSquint_R eyeLookUp_L mouthLeft";
        var values = Send(new PosedAverage().Track()).Values;
        Assert.Equal(names.Split(' ').Order(StringComparer.Ordinal), values.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Movements_are_percents_and_unknown_ones_0()
    {
        var shapes = Arkit.Of((Blendshape.MouthSmileRight, 0.374f), (Blendshape.JawLeft, 1), (Blendshape.EyeBlinkLeft, 0.6f));
        var values = Send(new PosedAverage().Track() with { Blendshapes = shapes }).Values;
        Assert.Equal((37, 100, 60), (values["mouthSmile_R"], values["jawLeft"], values["eyeBlink_L"]));
        // An eye that is not visible does not blink; how far the jaw is open comes from the reading of the mouth.
        Assert.Equal((0, 50), (values["eyeBlink_R"], values["jawOpen"]));
        values = Send(new PosedAverage().Track()).Values;
        Assert.Equal((90, 20, 50), (values["eyeBlink_R"], values["eyeBlink_L"], values["jawOpen"]));
        Assert.Equal(0, values["mouthSmile_L"] + values["jawRight"] + values["tongueOut"]);
    }

    /// <summary>
    /// The phone's camera sees x to the right of the picture, y up, z to the viewer. In the published examples the eyes look down where x
    /// is positive (eyeLookDown with 6.03 and 12.8), and to the person's left where y is (eyeLookIn_R with 2.44, eyeLookOut_L with 1.26).
    /// </summary>
    [Theory]
    [InlineData(30, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(0, 0, 25)]
    [InlineData(-40, -15, 20)]
    public void The_head_turns_about_the_axes_of_the_phone(float yaw, float pitch, float roll)
    {
        var head = Send(new PosedAverage(yaw, pitch, roll) { Place = new Vector3(6, -9, 50) }.Track()).Head;
        Assert.Equal([0.06f, 0.09f, -0.5f], head[3..], (a, b) => Math.Abs(a - b) < 1e-3f);

        var turn = Quaternion.CreateFromYawPitchRoll(
            float.DegreesToRadians(head[1]), float.DegreesToRadians(head[0]), float.DegreesToRadians(head[2]));
        var (y, p) = (float.DegreesToRadians(yaw), float.DegreesToRadians(pitch));
        // The person's left is on the right of the picture.
        var front = Vector3.Transform(Vector3.UnitZ, turn);
        Assert.Equal(MathF.Sin(y) * MathF.Cos(p), front.X, 1e-3f);
        Assert.Equal(MathF.Sin(p), front.Y, 1e-3f);
        var up = Vector3.Transform(Vector3.UnitY, turn);
        Assert.True(roll == 0 || MathF.Sign(up.X) == MathF.Sign(roll));
    }

    [Fact]
    public void Eyes_turn_in_the_head()
    {
        var data = Send(Looks.At(new PosedAverage(30, -10, 5), 12, -8));
        Assert.Equal([8f, 12f, 0f], data.LeftEye, (a, b) => Math.Abs(a - b) < 1e-2f);
        Assert.Equal(data.LeftEye, data.RightEye);
        Assert.Equal((34, 34, 23), (data.Values["eyeLookOut_L"], data.Values["eyeLookIn_R"], data.Values["eyeLookDown_L"]));
    }

    [Fact]
    public void What_is_unknown_is_0()
    {
        var face = new PosedAverage().See();
        var data = Send(new TrackedFace(1, 1, face, face));
        Assert.All(data.Values.Values, value => Assert.Equal(0, value));
        Assert.All(data.Head.Concat(data.LeftEye).Concat(data.RightEye), number => Assert.Equal(0, number));
    }

    [Fact]
    public void Without_a_face_and_after_the_end_nothing_is_sent()
    {
        listener.Send(sender);
        sender.Dispose();
        listener.Send(sender, new PosedAverage().Track());
        Assert.False(listener.HasMore());
    }

    private IFacialMocapData Send(params TrackedFace[] faces)
    {
        listener.Send(sender, faces);
        return new IFacialMocapData(listener.Receive());
    }
}

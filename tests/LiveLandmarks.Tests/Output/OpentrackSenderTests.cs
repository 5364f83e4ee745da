using System.Numerics;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class OpentrackSenderTests : IDisposable
{
    private readonly UdpListener listener = new();
    private readonly ITrackedFrameSink sender;

    public OpentrackSenderTests() => sender = Receiver.Opentrack(port: listener.Port).Open();

    public void Dispose()
    {
        sender.Dispose();
        listener.Dispose();
    }

    /// <summary>
    /// opentrack reads double[6]: x, y, z, yaw, pitch, roll. Signs of tracker-neuralnet and tracker-rift-140: x to the person's left, y up,
    /// z away from the camera; yaw to the person's right, pitch up, roll to their left shoulder.
    /// </summary>
    [Theory]
    [InlineData(30, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(0, 0, 25)]
    [InlineData(-20, -10, 5)]
    public void Place_and_rotation_are_six_doubles(float yaw, float pitch, float roll)
    {
        listener.Send(sender, new PosedAverage(yaw, pitch, roll) { Place = new Vector3(6, -9, 50) }.Track());
        var datagram = listener.Receive();
        Assert.Equal(48, datagram.Length);
        var numbers = Enumerable.Range(0, 6).Select(i => BitConverter.ToDouble(datagram, 8 * i));
        Assert.Equal([6, 9, 50, -yaw, pitch, roll], numbers, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Without_a_head_nothing_is_sent()
    {
        var face = new PosedAverage().See();
        listener.Send(sender);
        listener.Send(sender, new TrackedFace(1, 1, face, face));
        sender.Dispose();
        listener.Send(sender, new PosedAverage().Track());
        Assert.False(listener.HasMore());
    }
}

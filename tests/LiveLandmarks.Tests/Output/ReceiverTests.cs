using LiveLandmarks.Output;

namespace LiveLandmarks.Tests.Output;

public class ReceiverTests
{
    [Theory]
    [InlineData("openseeface", "openseeface://127.0.0.1:11573")]
    [InlineData("vmc", "vmc://127.0.0.1:39539")]
    [InlineData("VMC", "vmc://127.0.0.1:39539")]
    [InlineData("vmc://studio", "vmc://studio:39539")]
    [InlineData("vmc://192.168.1.5:39540/", "vmc://192.168.1.5:39540")]
    [InlineData("openseeface://[::1]:5000", "openseeface://[::1]:5000")]
    [InlineData("ifacialmocap", "ifacialmocap://127.0.0.1:49983")]
    [InlineData("livelink://unreal", "livelink://unreal:11111")]
    [InlineData("opentrack", "opentrack://127.0.0.1:4242")]
    [InlineData("vts", "vts://127.0.0.1:8001")]
    [InlineData("vts://[::1]", "vts://[::1]:8001")]
    [InlineData("lsl", "lsl://LiveLandmarks")]
    [InlineData("LSL://Room_1", "lsl://Room_1")]
    public void Omitted_parts_take_the_defaults_of_the_protocol(string typed, string meant)
    {
        Assert.Equal(meant, Receiver.Parse(typed).ToString());
        Assert.Equal(Receiver.Parse(typed), Receiver.Parse(meant));
    }

    [Fact]
    public void The_defaults_in_code_are_the_same() =>
        Assert.Equal(
            [
                Receiver.OpenSeeFace(), Receiver.Vmc(), Receiver.IFacialMocap(), Receiver.LiveLink(), Receiver.Opentrack(),
                Receiver.VTubeStudio(), Receiver.LabStreamingLayer(),
            ],
            new[] { "openseeface", "vmc", "ifacialmocap", "livelink", "opentrack", "vts", "lsl" }.Select(Receiver.Parse));

    [Fact]
    public void Every_protocol_has_a_name_and_is_parsed_again() =>
        Assert.All(Enum.GetValues<ReceiverProtocol>(), protocol =>
            Assert.Equal(protocol, Receiver.Parse(new Receiver(protocol, "host", 1).ToString()).Protocol));

    [Theory]
    [InlineData("osc://127.0.0.1", "openseeface, vmc, ifacialmocap, livelink, opentrack, vts and lsl")]
    [InlineData("", "openseeface, vmc, ifacialmocap, livelink, opentrack, vts and lsl")]
    [InlineData("vmc:39539", "openseeface, vmc, ifacialmocap, livelink, opentrack, vts and lsl")]
    [InlineData("vmc://host:70000", "port of 1 to 65535")]
    [InlineData("vmc://host:0", "port of 1 to 65535")]
    [InlineData("vmc://host:x", "port of 1 to 65535")]
    [InlineData("vmc://", "vmc://HOST:PORT")]
    [InlineData("openseeface://host:1/path", "openseeface://HOST:PORT")]
    [InlineData("vmc://me@host", "vmc://HOST:PORT")]
    [InlineData("lsl://", "lsl://NAME")]
    [InlineData("lsl://room:5", "lsl://NAME")]
    public void Invalid_receivers_are_refused_with_the_expected_form(string typed, string naming)
    {
        var error = Assert.Throws<OutputException>(() => Receiver.Parse(typed));
        Assert.StartsWith($"{typed}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(naming, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vmc://no-such-host.invalid:39539")]
    [InlineData("vts://no-such-host.invalid:8001")]
    public void A_host_that_does_not_exist_is_named_in_the_error(string receiver)
    {
        var error = Assert.Throws<OutputException>(() => Receiver.Parse(receiver).Open());
        Assert.StartsWith($"{receiver}: no machine of that name", error.Message, StringComparison.Ordinal);
    }
}

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
    public void Omitted_parts_take_the_defaults_of_the_protocol(string typed, string meant)
    {
        Assert.Equal(meant, Receiver.Parse(typed).ToString());
        Assert.Equal(Receiver.Parse(typed), Receiver.Parse(meant));
    }

    [Fact]
    public void The_defaults_in_code_are_the_same() =>
        Assert.Equal([Receiver.Parse("openseeface"), Receiver.Parse("vmc")], [Receiver.OpenSeeFace(), Receiver.Vmc()]);

    [Theory]
    [InlineData("osc://127.0.0.1", "openseeface and vmc")]
    [InlineData("", "openseeface and vmc")]
    [InlineData("vmc:39539", "openseeface and vmc")]
    [InlineData("vmc://host:70000", "port of 1 to 65535")]
    [InlineData("vmc://host:0", "port of 1 to 65535")]
    [InlineData("vmc://host:x", "port of 1 to 65535")]
    [InlineData("vmc://", "vmc://HOST:PORT")]
    [InlineData("openseeface://host:1/path", "openseeface://HOST:PORT")]
    [InlineData("vmc://me@host", "vmc://HOST:PORT")]
    public void Invalid_receivers_are_refused_with_the_expected_form(string typed, string naming)
    {
        var error = Assert.Throws<OutputException>(() => Receiver.Parse(typed));
        Assert.StartsWith($"{typed}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(naming, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_does_not_exist_is_named_in_the_error()
    {
        var error = Assert.Throws<OutputException>(() => Receiver.Vmc("no-such-host.invalid").Open());
        Assert.StartsWith("vmc://no-such-host.invalid:39539: no machine of that name", error.Message, StringComparison.Ordinal);
    }
}

using LiveLandmarks.Inference;

namespace LiveLandmarks.Tests.Inference;

public class ExecutionProvidersTests
{
    [Fact]
    public void Every_device_has_a_provider_and_the_processor_comes_last()
    {
        var devices = ExecutionProviders.All.Select(provider => provider.Device).ToArray();
        Assert.Equal(Enum.GetValues<ExecutionDevice>().Except([ExecutionDevice.Auto]), devices);
        Assert.Equal(ExecutionDevice.Cpu, devices[^1]);
        Assert.Equal([ExecutionDevice.DirectML],
            ExecutionProviders.All.Where(provider => provider.WantsFixedShapes).Select(provider => provider.Device));
    }
}

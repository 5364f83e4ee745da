using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

/// <summary>Checks for tensors that a network leaves behind.</summary>
internal static class Leaks
{
    /// <summary>Asserts that a forward pass leaves only its outputs behind.</summary>
    /// <param name="network">The network, for inputs of 64 pixels a side.</param>
    /// <param name="outputs">Number of outputs of the network.</param>
    public static void NothingButOutputs(HeatmapNetwork network, int outputs)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        var images = zeros(1, 3, 64, 64);
        network.call(images);
        var before = scope.DisposablesCount;
        network.call(images);
        Assert.Equal(before + outputs, scope.DisposablesCount);
    }
}

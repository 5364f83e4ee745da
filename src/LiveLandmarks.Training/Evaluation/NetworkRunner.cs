using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Runs a network on single crops, in evaluation mode and without gradients.</summary>
/// <param name="network">The network; not disposed here.</param>
/// <param name="inputSize">Side of a crop in pixels.</param>
internal sealed class NetworkRunner(HeatmapNetwork network, int inputSize)
{
    private readonly Device device = network.parameters().First().device;

    /// <summary>Number of floats of a crop.</summary>
    public int InputLength => 3 * inputSize * inputSize;

    /// <summary>The maps of the last stage.</summary>
    /// <param name="image">[3, S, S]: RGB, 0 to 1.</param>
    /// <returns>[C, map, map].</returns>
    public float[] Heatmaps(float[] image)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        return network.call(tensor(image, [1, 3, inputSize, inputSize], device: device))[^1].data<float>().ToArray();
    }
}

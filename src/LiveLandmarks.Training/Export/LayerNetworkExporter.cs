using LiveLandmarks.Models;
using LiveLandmarks.Training.Export.Layers;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Export;

/// <summary>Builds the ONNX graph of a network that is a list of layers, such as the single-stage face detector.</summary>
public static class LayerNetworkExporter
{
    /// <summary>Makes the model's bytes.</summary>
    /// <param name="weights">The network's state dictionary.</param>
    /// <param name="layers">The layers from the input to the output.</param>
    /// <param name="input">Input [N, 3, size, size].</param>
    /// <param name="output">Output [N, channels, size, size]; the layers must produce it.</param>
    /// <param name="precision">Number format of weights and computation.</param>
    /// <exception cref="WeightsException">A weight is missing, or does not have the shape of its layer.</exception>
    /// <exception cref="ModelException">A weight is not finite, or too large for 16 bits.</exception>
    public static byte[] Export(
        WeightTable weights,
        IReadOnlyList<Layer> layers,
        ModelInput input,
        ModelOutput output,
        ModelPrecision precision = ModelPrecision.Full)
    {
        var graph = new OnnxGraph(precision);
        var build = new LayerBuild(new LayerGraph(graph), weights);
        var value = build.Chain(layers, graph.Input(input.Name, 3, input.Size, input.Size));
        graph.Output(graph.ToFloat32(value), output.Name, output.Channels, output.Size, output.Size);
        return graph.ToBytes([new("architecture", "layers")]);
    }
}

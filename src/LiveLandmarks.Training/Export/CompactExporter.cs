using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Export;

/// <summary>
/// Builds the ONNX graph of a <see cref="CompactNetwork"/>: input <c>image</c> [N, 3, 256, 256], output <c>heatmaps</c> [N, channels, 64,
/// 64] of the last hourglass. Every normalization is folded into the convolution before it, so there are only convolutions, rectifiers,
/// sums, halvings and doublings.
/// </summary>
internal sealed class CompactExporter
{
    private readonly StackedHourglassOptions network;
    private readonly CompactBlocks blocks;
    private readonly WeightTable weights;
    private readonly OnnxGraph graph;
    private readonly LayerGraph layers;

    private CompactExporter(WeightTable weights, StackedHourglassOptions network, ModelPrecision precision)
    {
        (this.weights, this.network) = (weights, network);
        blocks = network.Compact ?? throw new ArgumentException("The shape has no compact blocks.", nameof(network));
        graph = new OnnxGraph(precision);
        layers = new LayerGraph(graph);
    }

    /// <summary>Makes the model's bytes.</summary>
    /// <param name="weights">The network's state dictionary.</param>
    /// <param name="network">Its shape.</param>
    /// <param name="inputSize">Side of the input in pixels.</param>
    /// <param name="options">Precision and decoding; null for 32 bits and none.</param>
    /// <exception cref="WeightsException">The weights are not those of such a network.</exception>
    /// <exception cref="ModelException">A weight is not finite, or too large for 16 bits.</exception>
    public static byte[] Export(WeightTable weights, StackedHourglassOptions network, int inputSize = 256, ExportOptions? options = null)
    {
        options ??= new ExportOptions();
        var exporter = new CompactExporter(weights, network, options.Precision);
        var mapSize = inputSize / 4;
        var heatmaps = exporter.graph.ToFloat32(exporter.Build(inputSize));
        exporter.graph.Output(heatmaps, HourglassExporter.OutputName, network.Channels, mapSize, mapSize);
        if (options.Decode is { } decoding)
        {
            var points = new DecodingGraph(exporter.graph, mapSize, inputSize, network.Landmarks).Decode(heatmaps, decoding);
            exporter.graph.Output(points, HourglassExporter.LandmarksName, network.Landmarks, 3);
        }
        return exporter.graph.ToBytes(
            [new("architecture", "compact-hourglass"), new("stacks", $"{network.Stacks}"),
            new("widths", string.Join(' ', exporter.blocks.Widths))]);
    }

    private string Build(int inputSize)
    {
        var image = graph.Input(HourglassExporter.InputName, 3, inputSize, inputSize);
        var value = Stage(Unit(Unit(image, "half", stride: 2), "quarter", stride: 2), "stem");
        var heatmaps = "";
        for (var stack = 0; stack < network.Stacks; stack++)
        {
            var features = Unit(Stage(Level(value, $"hourglass{stack}", 0), $"head{stack}.top"), $"head{stack}.refine");
            heatmaps = layers.Convolve(features, Convolution.Read(weights, $"head{stack}.heatmaps"));
            if (stack == network.Stacks - 1)
                break;
            value = layers.Add(value, Unit(features, $"head{stack}.featuresOn", rectify: false));
            value = layers.Add(value, Unit(heatmaps, $"head{stack}.heatmapsOn", rectify: false));
        }
        return heatmaps;
    }

    private string Level(string value, string hourglass, int level)
    {
        if (level == network.Depth)
            return Stage(value, $"{hourglass}.bottom");
        var beside = Stage(value, $"{hourglass}.skip{level}");
        var lower = Level(Stage(layers.Halve(value), $"{hourglass}.down{level}"), hourglass, level + 1);
        return layers.Add(beside, layers.Double(Stage(lower, $"{hourglass}.up{level}")));
    }

    private string Stage(string value, string name)
    {
        for (var block = 0; weights.TryGet($"{name}.{block}.first.conv.weight", out _); block++)
            value = Block(value, $"{name}.{block}");
        return value;
    }

    private string Block(string value, string name)
    {
        var bottleneck = blocks.Kind == BlockKind.Bottleneck;
        var middle = Unit(value, $"{name}.first");
        middle = Unit(middle, $"{name}.spatial", depthwise: !bottleneck);
        var last = Read($"{name}.last");
        var result = layers.Convolve(middle, last);
        if (weights.TryGet($"{name}.shortcut.conv.weight", out _))
            result = layers.Add(result, Unit(value, $"{name}.shortcut", rectify: false));
        else if (Read($"{name}.first").Inputs == last.Outputs)
            result = layers.Add(result, value);
        return bottleneck ? layers.Rectify(result) : result;
    }

    private string Unit(string value, string name, int stride = 1, bool depthwise = false, bool rectify = true)
    {
        var convolution = Read(name);
        var result = layers.Convolve(value, convolution, stride, convolution.Kernel / 2, depthwise ? convolution.Outputs : 1);
        return rectify ? layers.Rectify(result) : result;
    }

    private Convolution Read(string unit) =>
        Convolution.Read(weights, $"{unit}.conv").Then(BatchNormalization.Read(weights, $"{unit}.norm"));
}

using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Export;

/// <summary>
/// Builds the ONNX graph of the stacked hourglass of Wang, Bo and Li, ICCV 2019 (core/models.py in protossw512/AdaptiveWingLoss):
/// input <c>image</c> [N, 3, 256, 256], output <c>heatmaps</c> [N, L + 1, 64, 64] of the last hourglass.
/// The coordinate channels become constant maps, and a normalization that follows a convolution is folded into it.
/// </summary>
public sealed class HourglassExporter
{
    /// <summary>Name of the graph's input.</summary>
    public const string InputName = NetworkInput.Name;

    /// <summary>Name of the graph's heatmaps.</summary>
    public const string OutputName = "heatmaps";

    /// <summary>Name of the output with the points, if there is one.</summary>
    public const string LandmarksName = "landmarks";

    // Where the boundary heatmap is above this, the next hourglass sees the coordinates of the cell.
    private const float BoundaryThreshold = 0.05f;

    private readonly HourglassLayout layout;
    private readonly WeightTable weights;
    private readonly OnnxGraph graph;
    private readonly LayerGraph layers;

    private HourglassExporter(WeightTable weights, HourglassLayout layout, ModelPrecision precision)
    {
        (this.weights, this.layout) = (weights, layout);
        graph = new OnnxGraph(precision);
        layers = new LayerGraph(graph);
    }

    /// <summary>Makes the model's bytes.</summary>
    /// <param name="weights">The network's state dictionary.</param>
    /// <param name="layout">Its shape.</param>
    /// <param name="options">Precision and decoding; null for 32 bits and none.</param>
    /// <exception cref="WeightsException">The weights are not those of such a network.</exception>
    /// <exception cref="ModelException">A weight is not finite, or too large for 16 bits.</exception>
    public static byte[] Export(WeightTable weights, HourglassLayout layout, ExportOptions? options = null)
    {
        options ??= new ExportOptions();
        weights.Check(layout.ExpectedWeights());
        var exporter = new HourglassExporter(weights, layout, options.Precision);
        exporter.Build(options);
        return exporter.graph.ToBytes(
            [new("architecture", "stacked-hourglass"), new("stacks", $"{layout.Stacks}"), new("width", $"{layout.Width}")]);
    }

    private void Build(ExportOptions options)
    {
        var value = Stem(graph.Input(InputName, 3, layout.InputSize, layout.InputSize));
        var heatmaps = "";
        for (var stack = 0; stack < layout.Stacks; stack++)
        {
            var features = Hourglass(AddCoordinates(value, stack, heatmaps), stack, layout.Depth);
            features = Block(features, $"top_m_{stack}");
            features = layers.Rectify(layers.Convolve(features, Read($"conv_last{stack}").Then(Norm($"bn_end{stack}"))));
            heatmaps = layers.Convolve(features, Read($"l{stack}"));
            if (stack < layout.Stacks - 1)
            {
                value = layers.Add(value, layers.Convolve(features, Read($"bl{stack}")));
                value = layers.Add(value, layers.Convolve(heatmaps, Read($"al{stack}")));
            }
        }

        heatmaps = graph.ToFloat32(heatmaps);
        graph.Output(heatmaps, OutputName, layout.Channels, layout.MapSize, layout.MapSize);
        if (options.Decode is { } decoding)
        {
            var points = new DecodingGraph(graph, layout.MapSize, layout.InputSize, layout.Landmarks).Decode(heatmaps, decoding);
            graph.Output(points, LandmarksName, layout.Landmarks, 3);
        }
    }

    private string Stem(string image)
    {
        var convolution = Read("conv1.conv");
        var padding = HourglassLayout.StemKernel / 2;
        var (map, side) = new CoordinateMap(layout.InputSize).Through(convolution.Of(3..), stride: 2, padding);
        var norm = Norm("bn1");
        var colors = convolution.Of(..3).Then(norm with { Shift = new double[layout.StemWidth] });
        var constant = Constant("conv1.map", map, side, cell => convolution.Bias[cell], norm);
        var value = layers.Rectify(layers.Add(layers.Convolve(image, colors, stride: 2, padding), constant));

        value = layers.Halve(Block(value, "conv2"));
        value = Block(value, "conv3");
        return Block(value, "conv4");
    }

    /// <summary>The coordinate convolution of an hourglass: a plain one, plus a constant map for x, y and radius.</summary>
    private string AddCoordinates(string value, int stack, string heatmaps)
    {
        var name = $"m{stack}.coordconv";
        var convolution = Read($"{name}.conv");
        var coordinates = new CoordinateMap(layout.MapSize);
        var (width, plain) = (layout.Width, layout.Width + CoordinateMap.Channels);
        var (map, side) = coordinates.Through(convolution.Of(width..plain), stride: 1, padding: 0);
        var constant = Constant($"{name}.map", map, side, channel => convolution.Bias[channel]);

        if (convolution.Inputs > plain)
        {
            // x and y again, but only where the previous hourglass saw a boundary: each cell comes from one of two constant maps.
            var (onBoundary, _) = coordinates.Through(convolution.Of(plain..), stride: 1, padding: 0);
            for (var i = 0; i < map.Length; i++)
                onBoundary[i] += map[i];
            var boundary = Constant($"{name}.boundary", onBoundary, side, channel => convolution.Bias[channel]);
            constant = graph.Node("Where", [Mask(heatmaps), boundary, constant]);
        }
        return layers.Add(layers.Convolve(value, convolution.Of(..width)), constant);
    }

    /// <summary>Where the last heatmap is above the threshold, [N, 1, side, side].</summary>
    private string Mask(string heatmaps)
    {
        var last = graph.Node(
            "Slice",
            [
                heatmaps,
                graph.Indices("boundary.first", [layout.Channels - 1], 1),
                graph.Indices("boundary.end", [layout.Channels], 1),
                graph.Indices("boundary.axis", [1], 1),
            ]);
        return graph.Node("Greater", [last, graph.Constant("boundary.threshold", [BoundaryThreshold])]);
    }

    private string Hourglass(string value, int stack, int level)
    {
        var upper = Block(value, $"m{stack}.b1_{level}");
        var lower = Block(layers.Halve(value), $"m{stack}.b2_{level}");
        lower = level > 1 ? Hourglass(lower, stack, level - 1) : Block(lower, $"m{stack}.b2_plus_1");
        return layers.Add(upper, layers.Double(Block(lower, $"m{stack}.b3_{level}")));
    }

    /// <summary>Three convolutions, each after normalization and rectifier; their concatenated outputs, plus the input.</summary>
    private string Block(string value, string name)
    {
        var first = Step(value, "bn1", "conv1", padding: 1);
        var second = Step(first, "bn2", "conv2", padding: 1);
        var third = Step(second, "bn3", "conv3", padding: 1);
        var joined = layers.Join(first, second, third);
        var residual = weights.TryGet($"{name}.downsample.2.weight", out _)
            ? Step(value, "downsample.0", "downsample.2", padding: 0)
            : value;
        return layers.Add(joined, residual);

        string Step(string input, string norm, string convolution, int padding)
        {
            var normalized = layers.Normalize(input, Norm($"{name}.{norm}"), $"{name}.{norm}");
            return layers.Convolve(layers.Rectify(normalized), Read($"{name}.{convolution}"), padding: padding);
        }
    }

    private string Constant(string name, float[] map, int side, Func<int, float> bias, BatchNormalization? norm = null)
    {
        var channels = map.Length / (side * side);
        var shifted = new float[map.Length];
        for (var i = 0; i < shifted.Length; i++)
        {
            var channel = i / (side * side);
            var value = (double)map[i] + bias(channel);
            shifted[i] = (float)(norm is null ? value : value * norm.Scale[channel] + norm.Shift[channel]);
        }
        return graph.Constant(name, shifted, 1, channels, side, side);
    }

    private Convolution Read(string name) => Convolution.Read(weights, name);

    private BatchNormalization Norm(string name) => BatchNormalization.Read(weights, name);
}

namespace LiveLandmarks.Training.Export;

/// <summary>Adds whole layers to a graph. Values are [N, channels, height, width].</summary>
/// <param name="graph">The graph.</param>
internal sealed class LayerGraph(OnnxGraph graph)
{
    /// <summary>The graph.</summary>
    public OnnxGraph Graph => graph;

    /// <summary>A convolution.</summary>
    public string Convolve(string value, Convolution convolution, int stride = 1, int padding = 0, int groups = 1)
    {
        var name = convolution.Name;
        long kernel = convolution.Kernel;
        var weight = graph.Constant($"{name}.weight", convolution.Weight, convolution.Outputs, convolution.Inputs, kernel, kernel);
        string[] inputs = convolution.Bias.All(bias => bias == 0)
            ? [value, weight]
            : [value, weight, graph.Constant($"{name}.bias", convolution.Bias, convolution.Outputs)];
        return graph.Node(
            "Conv",
            inputs,
            OnnxAttribute.Of("kernel_shape", kernel, kernel),
            OnnxAttribute.Of("strides", [stride, stride]),
            OnnxAttribute.Of("pads", [padding, padding, padding, padding]),
            OnnxAttribute.Of("group", (long)groups));
    }

    /// <summary>
    /// A batch normalization without a preceding convolution to fold it into. ONNX Runtime keeps this node in its blocked layout and merges
    /// the rectifier; with Mul and Add instead, a network of width 64 takes 8 % longer (1 thread, ONNX Runtime 1.29).
    /// </summary>
    public string Normalize(string value, BatchNormalization norm, string name)
    {
        var channels = norm.Scale.Length;
        float[] scale = [.. norm.Scale.Select(factor => (float)factor)];
        float[] shift = [.. norm.Shift.Select(summand => (float)summand)];
        return graph.Node(
            "BatchNormalization",
            [
                value,
                graph.Constant($"{name}.scale", scale, channels),
                graph.Constant($"{name}.shift", shift, channels),
                graph.Constant($"zeros.{channels}", new float[channels], channels),
                graph.Constant($"ones.{channels}", [.. Enumerable.Repeat(1f, channels)], channels),
            ],
            OnnxAttribute.Of("epsilon", 0f));
    }

    /// <summary>The positive part.</summary>
    public string Rectify(string value) => graph.Node("Relu", [value]);

    /// <summary>The sum of two values.</summary>
    public string Add(string first, string second) => graph.Node("Add", [first, second]);

    /// <summary>Several values, concatenated along the channels.</summary>
    public string Join(params string[] values) => graph.Node("Concat", values, OnnxAttribute.Of("axis", 1L));

    /// <summary>The mean of each 2×2 block of cells.</summary>
    public string Halve(string value) =>
        graph.Node("AveragePool", [value], OnnxAttribute.Of("kernel_shape", 2, 2), OnnxAttribute.Of("strides", 2, 2));

    /// <summary>Each cell repeated as 2×2 equal cells.</summary>
    public string Double(string value) => graph.Node(
        "Resize",
        [value, "", graph.Constant32("twice", [1, 1, 2, 2], 4)],
        OnnxAttribute.Of("mode", "nearest"),
        OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"),
        OnnxAttribute.Of("nearest_mode", "floor"));
}

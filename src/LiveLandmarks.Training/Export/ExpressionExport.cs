using System.Globalization;
using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Expressions;
using TorchSharp.Modules;

namespace LiveLandmarks.Training.Export;

/// <summary>Exports an expression network as a model with manifest and card, after a check against the torch network.</summary>
internal static class ExpressionExport
{
    private const string InputName = "face", OutputName = "movements", People = "random people who were not trained on";

    /// <summary>Writes the model. It has only the movements that landmarks can tell.</summary>
    /// <param name="network">The trained network.</param>
    /// <param name="tests">How well it tells each movement.</param>
    /// <param name="minCorrelation">Lowest correlation of a movement that the model reports.</param>
    /// <param name="about">Name, license and training data of the model.</param>
    /// <param name="precision">Number format of weights and computation.</param>
    /// <param name="folder">The output folder.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a share of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    public static (string Manifest, double Difference) Write(
        ExpressionNetwork network, IReadOnlyList<ExpressionTest> tests, double minCorrelation, ModelDescription about,
        ModelPrecision precision, string folder)
    {
        int[] kept = [.. tests.Index().Where(test => OfBothSides(tests, test.Item) >= minCorrelation).Select(test => test.Index)];
        if (kept.Length == 0)
            throw new ModelException($"{about.Name}: no movement has a correlation of {minCorrelation}; train longer.");
        var model = Graph(network, kept, precision);
        using var exported = new OnnxRuntimeRunner(model, InputName, [1, ExpressionFeatures.Count], OutputName);
        var difference = ExportCheck.For(precision)
            .Run(about.Name, exported.Run, input => Apply(network, kept, input), ExpressionFeatures.Count);
        var told = kept.Select(index => tests[index]).ToArray();
        var manifest = new ModelManifest
        {
            Name = about.Name,
            Kind = ModelKind.Expression,
            File = $"{about.Name}.onnx",
            Sha256 = "",
            Scheme = LandmarkScheme.Ibug68.Name,
            Movements = [.. told.Select(test => test.Movement)],
            Input = new ModelInput(InputName, ExpressionFeatures.Count, "none", 1),
            Output = new ModelOutput(OutputName, kept.Length, 1),
            MinimumScore = 0,
            License = about.License,
            TrainingData = about.TrainingData,
            ParametersInMillions = Math.Round(1e-6 * network.parameters().Sum(weights => (double)weights.numel()), 3),
            Accuracy =
            [
                new ModelAccuracy(People, $"correlation, median of {told.Length} movements", Middle(told.Select(test => test.Correlation))),
                new ModelAccuracy(People, "mean absolute error, median", Middle(told.Select(test => test.Error))),
                new ModelAccuracy(
                    People, "strength that 95 % of neutral faces do not exceed, largest", Math.Round(told.Max(test => test.OnNeutral), 3)),
            ],
        };
        var card = new ModelCard(
            "A perceptron with two hidden layers: from the 68 landmarks of a face, relative to its head, to ARKit's movements.",
            $"Correlation of each movement: {Listed(told)}. Landmarks do not tell these (under " +
            $"{minCorrelation.ToString(CultureInfo.InvariantCulture)}), and the model does not report them: " +
            $"{Listed(tests.Except(told))}. Blinks and looks come from the lids and the pupils, not from this model.");
        return (ModelWriter.Write(folder, model, manifest, card), difference);
    }

    private static double Middle(IEnumerable<double> values) => Math.Round(values.Order().ElementAt(values.Count() / 2), 3);

    private static string Listed(IEnumerable<ExpressionTest> tests) => string.Join(", ", tests.Select(test => string.Create(
        CultureInfo.InvariantCulture, $"`{Blendshapes.NameOf(test.Movement)}` {test.Correlation:0.00}")));

    /// <summary>The mean correlation of a movement and of the same on the other side: a face should not have one without the
    /// other.</summary>
    private static double OfBothSides(IReadOnlyList<ExpressionTest> tests, ExpressionTest test)
    {
        var name = test.Movement.ToString();
        var other = name.EndsWith("Left", StringComparison.Ordinal) ? name[..^"Left".Length] + "Right"
            : name.EndsWith("Right", StringComparison.Ordinal) ? name[..^"Right".Length] + "Left" : name;
        return (test.Correlation + tests.Single(each => each.Movement.ToString() == other).Correlation) / 2;
    }

    private static byte[] Graph(ExpressionNetwork network, int[] kept, ModelPrecision precision)
    {
        var graph = new OnnxGraph(precision);
        var value = graph.Input(InputName, ExpressionFeatures.Count);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var last = i == network.Layers.Count - 1;
            value = Layer(graph, $"layer{i}", network.Layers[i], value, last ? kept : null);
            value = last
                ? graph.Node("Clip", [value, graph.Constant("least", [0]), graph.Constant("most", [1])])
                : graph.Node("Relu", [value]);
        }
        graph.Output(graph.ToFloat32(value), OutputName, kept.Length);
        return graph.ToBytes([]);
    }

    private static string Layer(OnnxGraph graph, string name, Linear layer, string input, int[]? kept)
    {
        var (weight, bias) = (layer.weight.data<float>().ToArray(), layer.bias!.data<float>().ToArray());
        var width = (int)layer.weight.shape[1];
        if (kept is not null)
        {
            weight = [.. kept.SelectMany(row => weight.AsSpan(row * width, width).ToArray())];
            bias = [.. kept.Select(row => bias[row])];
        }
        return graph.Node(
            "Gemm", [input, graph.Constant($"{name}.weight", weight, bias.Length, width),
                graph.Constant($"{name}.bias", bias, bias.Length)],
            OnnxAttribute.Of("transB", 1));
    }

    private static float[] Apply(ExpressionNetwork network, int[] kept, float[] input)
    {
        var all = ExpressionTrainer.Apply(network, new ExpressionSamples(input, [], 1));
        return [.. kept.Select(index => all[index])];
    }
}

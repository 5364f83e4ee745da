using System.Globalization;
using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Expressions;
using TorchSharp.Modules;

namespace LiveLandmarks.Training.Export;

/// <summary>Exports the networks for movements and for the gaze as one model with manifest and card, after a check against the torch
/// networks.</summary>
internal static class ExpressionExport
{
    private const string InputName = "face", OutputName = "movements", People = "random people who were not trained on";

    private const int GazeOutputs = 2;

    /// <summary>Writes the model. It has only the movements that landmarks can tell.</summary>
    /// <param name="network">The trained network for movements.</param>
    /// <param name="gaze">The trained network for the gaze of the right eye, and its mean error in degrees on other people.</param>
    /// <param name="tests">How well the first tells each movement.</param>
    /// <param name="minCorrelation">Lowest correlation of a movement that the model reports.</param>
    /// <param name="about">Name, license and training data of the model.</param>
    /// <param name="precision">Number format of weights and computation.</param>
    /// <param name="folder">The output folder.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a share of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    public static (string Manifest, double Difference) Write(
        ExpressionNetwork network, (ExpressionNetwork Network, double Error) gaze, IReadOnlyList<ExpressionTest> tests,
        double minCorrelation, ModelDescription about, ModelPrecision precision, string folder)
    {
        int[] kept = [.. tests.Index().Where(test => OfBothSides(tests, test.Item) >= minCorrelation).Select(test => test.Index)];
        if (kept.Length == 0)
            throw new ModelException($"{about.Name}: no movement has a correlation of {minCorrelation}; train longer.");
        var model = Graph(network, gaze.Network, kept, precision);
        using var exported = new OnnxRuntimeRunner(model, InputName, [1, ExpressionFeatures.CountWithPupil], OutputName);
        var difference = ExportCheck.For(precision)
            .Run(about.Name, exported.Run, input => Apply(network, gaze.Network, kept, input), ExpressionFeatures.CountWithPupil);
        var told = kept.Select(index => tests[index]).ToArray();
        var manifest = new ModelManifest
        {
            Name = about.Name,
            Kind = ModelKind.Expression,
            File = $"{about.Name}.onnx",
            Sha256 = "",
            Scheme = LandmarkScheme.Ibug68.Name,
            Movements = [.. told.Select(test => test.Movement)],
            Gaze = true,
            Input = new ModelInput(InputName, ExpressionFeatures.CountWithPupil, "none", 1),
            Output = new ModelOutput(OutputName, kept.Length + GazeOutputs, 1),
            MinimumScore = 0,
            License = about.License,
            TrainingData = about.TrainingData,
            ParametersInMillions = Math.Round(
                1e-6 * network.parameters().Concat(gaze.Network.parameters()).Sum(weights => (double)weights.numel()), 3),
            Accuracy =
            [
                new ModelAccuracy(People, $"correlation, median of {told.Length} movements", Middle(told.Select(test => test.Correlation))),
                new ModelAccuracy(People, "mean absolute error, median", Middle(told.Select(test => test.Error))),
                new ModelAccuracy(
                    People, "strength that 95 % of neutral faces do not exceed, largest", Math.Round(told.Max(test => test.OnNeutral), 3)),
                new ModelAccuracy(People, "gaze of one eye, mean error in degrees", Math.Round(gaze.Error, 2)),
            ],
        };
        var card = new ModelCard(
            "Two perceptrons with two hidden layers: from the 68 landmarks of a face, relative to its head, to ARKit's movements; and " +
            "from these and the right eye's pupil to yaw and pitch of its gaze, in units of 30°. The left eye is the right one of the " +
            "mirrored face.",
            $"Correlation of each movement: {Listed(told)}. Landmarks do not tell these (under " +
            $"{minCorrelation.ToString(CultureInfo.InvariantCulture)}), and the model does not report them: " +
            $"{Listed(tests.Except(told))}. Blinks come from the lids, not from this model, and looks from the gaze.");
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

    private static byte[] Graph(ExpressionNetwork network, ExpressionNetwork gaze, int[] kept, ModelPrecision precision)
    {
        var graph = new OnnxGraph(precision);
        var input = graph.Input(InputName, ExpressionFeatures.CountWithPupil);
        // The movements do not depend on the pupil, which follows the landmarks.
        var face = graph.Node("Slice", [input, graph.Indices("first", [0], 1), graph.Indices("end", [ExpressionFeatures.Count], 1),
            graph.Indices("axis", [1], 1)]);
        var movements = graph.Node(
            "Clip", [Layers(graph, "movements", network, face, kept), graph.Constant("least", [0]), graph.Constant("most", [1])]);
        var all = graph.Node("Concat", [movements, Layers(graph, "gaze", gaze, input, kept: null)], OnnxAttribute.Of("axis", 1));
        graph.Output(graph.ToFloat32(all), OutputName, kept.Length + GazeOutputs);
        return graph.ToBytes([]);
    }

    private static string Layers(OnnxGraph graph, string name, ExpressionNetwork network, string value, int[]? kept)
    {
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var last = i == network.Layers.Count - 1;
            value = Layer(graph, $"{name}.{i}", network.Layers[i], value, last ? kept : null);
            if (!last)
                value = graph.Node("Relu", [value]);
        }
        return value;
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

    private static float[] Apply(ExpressionNetwork network, ExpressionNetwork gaze, int[] kept, float[] input)
    {
        var all = ExpressionTrainer.Strengths(network, new ExpressionSamples(input[..ExpressionFeatures.Count], [], 1));
        return [.. kept.Select(index => all[index]), .. ExpressionTrainer.Apply(gaze, new ExpressionSamples(input, [], 1))];
    }
}

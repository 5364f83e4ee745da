using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Export.Layers;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Export;

/// <summary>Exports a trained face detector as a model with manifest and card, after a check against the torch network.</summary>
internal static class DetectorExport
{
    private const string OutputName = "map", Fine = "fine", Middle = "middle";

    /// <summary>The network as a list of layers, in the order in which <see cref="FaceDetectorNetwork"/> applies them.</summary>
    private static readonly IReadOnlyList<Layer> Layers =
    [
        Unit("stem", stride: 2),
        .. Level("quarter"),
        .. Level("eighth"),
        new MarkLayer(Fine),
        .. Level("sixteenth"),
        new MarkLayer(Middle),
        .. Level("thirtysecond"),
        Unit("up1"),
        new DoubleLayer(),
        new AddLayer(Middle),
        Unit("mix1"),
        Unit("up2"),
        new DoubleLayer(),
        new AddLayer(Fine),
        Unit("mix2"),
        new ConvolutionLayer("head", Rectify: false),
    ];

    /// <summary>Writes the model.</summary>
    /// <param name="network">The network, in evaluation mode.</param>
    /// <param name="weights">Its state dictionary.</param>
    /// <param name="about">Name, license and training data of the model.</param>
    /// <param name="precision">Number format of weights and computation.</param>
    /// <param name="accuracy">Measured figures for manifest and card.</param>
    /// <param name="folder">The output folder.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a share of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    public static (string Manifest, double Difference) Write(
        FaceDetectorNetwork network, WeightTable weights, ModelDescription about, ModelPrecision precision,
        IReadOnlyList<ModelAccuracy> accuracy, string folder)
    {
        var shape = network.Options;
        var input = NetworkInput.Of(shape.InputSize);
        var output = new ModelOutput(OutputName, FaceDetectorNetwork.Channels, shape.MapSize);
        var model = LayerNetworkExporter.Export(weights, Layers, input, output, precision);

        var runner = new NetworkRunner(network, shape.InputSize);
        using var exported = new OnnxRuntimeRunner(model, NetworkInput.Name, [1, 3, shape.InputSize, shape.InputSize], OutputName);
        var difference = ExportCheck.For(precision).Run(about.Name, exported.Run, runner.Heatmaps, runner.InputLength);

        var manifest = new ModelManifest
        {
            Name = about.Name,
            Kind = ModelKind.Detector,
            File = $"{about.Name}.onnx",
            Sha256 = "",
            Input = input,
            Output = output,
            MinimumScore = DetectorEvaluation.MinimumScore,
            License = about.License,
            TrainingData = about.TrainingData,
            ParametersInMillions = Math.Round(weights.ParametersInMillions, 3),
            Accuracy = accuracy,
        };
        var card = new ModelCard(
            "A single-stage face detector: per cell a score, the offset of the face's center, and the logarithms of width and height.",
            "A box does not prove a face: confirm it with the landmark network, as the library does. Small faces, below about 5 " +
                "% of the picture's longer side, are missed.");
        return (ModelWriter.Write(folder, model, manifest, card), difference);
    }

    private static ConvolutionLayer Unit(string name, int stride = 1, bool rectify = true) =>
        new($"{name}.conv", $"{name}.norm", stride, Rectify: rectify);

    private static IEnumerable<Layer> Level(string name) =>
        [Unit($"{name}_down", stride: 2), new ResidualLayer([Unit($"{name}_a"), Unit($"{name}_b", rectify: false)])];
}

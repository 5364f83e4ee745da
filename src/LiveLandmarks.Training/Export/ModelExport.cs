using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Export;

/// <summary>From trained or imported weights to a model beside its manifest and card, checked against the torch network first.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Scheme">What its heatmaps mean.</param>
/// <param name="Licence">What one may do with the weights.</param>
/// <param name="TrainingData">What they were made from.</param>
/// <param name="Options">Number format, decoding in the graph.</param>
internal sealed record ModelExport(string Name, LandmarkScheme Scheme, string Licence, string TrainingData, ExportOptions Options)
{
    // 16-bit arithmetic differs by 4e-4 to 2e-3 of the range.
    private const double HalfPrecisionTolerance = 1e-2;

    /// <summary>What networks of this trainer expect.</summary>
    public static ModelInput InputOf(LoaderOptions options) => new(HourglassExporter.InputName, options.InputSize, "RGB", 1 / 255f);

    /// <summary>Writes the model.</summary>
    /// <param name="weights">A whole state dictionary with the published names.</param>
    /// <param name="accuracy">Measured figures for manifest and card.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a part of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    /// <exception cref="WeightsException">The weights are not those of such a network.</exception>
    public (string Manifest, double Difference) Write(WeightTable weights, IReadOnlyList<ModelAccuracy> accuracy, string folder)
    {
        var layout = HourglassLayout.Of(weights);
        weights.Check(layout.ExpectedWeights());
        if (layout.Landmarks != Scheme.Count)
            throw new WeightsException($"{weights.Source}: {layout.Landmarks} landmarks, but scheme {Scheme} has {Scheme.Count}; name the right one with --scheme.");
        var model = HourglassExporter.Export(weights, layout, Options);
        var difference = Compare(weights, layout, model);

        var loader = new LoaderOptions();
        var manifest = new ModelManifest
        {
            Name = Name,
            Kind = ModelKind.Landmarks,
            File = $"{Name}.onnx",
            Sha256 = "",
            Scheme = Scheme.Name,
            Input = InputOf(loader),
            Output = new ModelOutput(HourglassExporter.OutputName, layout.Channels, layout.MapSize),
            Crop = loader.Crop,
            MinimumScore = 0.5f,
            Licence = Licence,
            TrainingData = TrainingData,
            ParametersInMillions = Math.Round(weights.ParametersInMillions, 3),
            Accuracy = accuracy,
        };
        var card = new ModelCard(
            $"The AWing stacked hourglass (Wang, Bo and Li, ICCV 2019) with {layout.Stacks} hourglass(es) of width {layout.Width}.",
            "Expect larger errors on profiles, covered faces, and people who are rare in the training data.");
        return (ModelWriter.Write(folder, model, manifest, card), difference);
    }

    private double Compare(WeightTable weights, HourglassLayout layout, byte[] model)
    {
        using var network = new StackedHourglass(new StackedHourglassOptions
        {
            Landmarks = layout.Landmarks,
            Width = layout.Width,
            Stacks = layout.Stacks,
            Depth = layout.Depth,
            Boundary = layout.Boundary,
        });
        StateTransfer.Load([.. weights.Tensors.Select(Stored)], network.state_dict());
        network.eval();
        var runner = new NetworkRunner(network, layout.InputSize);
        using var exported = new OnnxRuntimeRunner(model, HourglassExporter.InputName, [1, 3, layout.InputSize, layout.InputSize], HourglassExporter.OutputName);
        var check = Options.Precision == ModelPrecision.Full ? new ExportCheck() : new ExportCheck { Tolerance = HalfPrecisionTolerance };
        return check.Run(Name, exported, runner.Heatmaps, runner.InputLength);
    }

    private static StoredTensor Stored(NamedTensor tensor) => tensor.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal)
        ? new StoredTensor(tensor.Name, tensor.Shape, Array.ConvertAll(tensor.Data, value => (long)value))
        : new StoredTensor(tensor.Name, tensor.Shape, tensor.Data);
}

using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Export;

/// <summary>From trained or imported weights to a landmark model beside its manifest and card, checked against the torch network first.</summary>
internal static class LandmarkExport
{
    /// <summary>What networks of this trainer expect.</summary>
    public static ModelInput InputOf(LoaderOptions options) => new(HourglassExporter.InputName, options.InputSize, "RGB", 1 / 255f);

    /// <summary>Writes the model.</summary>
    /// <param name="weights">A whole state dictionary with the published names.</param>
    /// <param name="scheme">What its heatmaps mean.</param>
    /// <param name="about">What the model is called and said to be.</param>
    /// <param name="options">Number format, decoding in the graph.</param>
    /// <param name="accuracy">Measured figures for manifest and card.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a part of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    /// <exception cref="WeightsException">The weights are not those of such a network.</exception>
    public static (string Manifest, double Difference) Write(
        WeightTable weights, LandmarkScheme scheme, ModelDescription about, ExportOptions options, IReadOnlyList<ModelAccuracy> accuracy, string folder)
    {
        var layout = HourglassLayout.Of(weights);
        weights.Check(layout.ExpectedWeights());
        if (layout.Landmarks != scheme.Count)
            throw new WeightsException($"{weights.Source}: {layout.Landmarks} landmarks, but scheme {scheme} has {scheme.Count}; name the right one with --scheme.");
        var model = HourglassExporter.Export(weights, layout, options);
        var difference = Compare(weights, layout, model, about.Name, options.Precision);

        var loader = new LoaderOptions();
        var manifest = new ModelManifest
        {
            Name = about.Name,
            Kind = ModelKind.Landmarks,
            File = $"{about.Name}.onnx",
            Sha256 = "",
            Scheme = scheme.Name,
            Input = InputOf(loader),
            Output = new ModelOutput(HourglassExporter.OutputName, layout.Channels, layout.MapSize),
            Crop = loader.Crop,
            MinimumScore = 0.5f,
            Licence = about.Licence,
            TrainingData = about.TrainingData,
            ParametersInMillions = Math.Round(weights.ParametersInMillions, 3),
            Accuracy = accuracy,
        };
        var card = new ModelCard(
            $"The AWing stacked hourglass (Wang, Bo and Li, ICCV 2019) with {layout.Stacks} hourglass(es) of width {layout.Width}.",
            "Expect larger errors on profiles, covered faces, and people who are rare in the training data.");
        return (ModelWriter.Write(folder, model, manifest, card), difference);
    }

    private static double Compare(WeightTable weights, HourglassLayout layout, byte[] model, string name, ModelPrecision precision)
    {
        using var network = new StackedHourglass(new StackedHourglassOptions
        {
            Landmarks = layout.Landmarks,
            Width = layout.Width,
            Stacks = layout.Stacks,
            Depth = layout.Depth,
            Boundary = layout.Boundary,
        });
        StateTransfer.Load(weights.ToStored(), network.state_dict());
        network.eval();
        var runner = new NetworkRunner(network, layout.InputSize);
        using var exported = new OnnxRuntimeRunner(model, HourglassExporter.InputName, [1, 3, layout.InputSize, layout.InputSize], HourglassExporter.OutputName);
        return ExportCheck.For(precision).Run(name, exported.Run, runner.Heatmaps, runner.InputLength);
    }
}

using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Export;

/// <summary>Exports trained or imported weights as a landmark model with manifest and card, after a check against the torch
/// network.</summary>
internal static class LandmarkExport
{
    /// <summary>Writes the model.</summary>
    /// <param name="weights">A whole state dictionary with the published names.</param>
    /// <param name="scheme">The scheme of its landmarks.</param>
    /// <param name="about">Name, license and training data of the model.</param>
    /// <param name="options">Number format, decoding in the graph.</param>
    /// <param name="accuracy">Measured figures for manifest and card.</param>
    /// <param name="folder">The output folder.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a share of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    /// <exception cref="WeightsException">The weights are not those of such a network.</exception>
    public static (string Manifest, double Difference) Write(
        WeightTable weights, LandmarkScheme scheme, ModelDescription about, ExportOptions options, IReadOnlyList<ModelAccuracy> accuracy,
        string folder)
    {
        var layout = HourglassLayout.Of(weights);
        weights.Check(layout.ExpectedWeights());
        if (layout.Landmarks != scheme.Count)
            throw new WeightsException(
                $"{weights.Source}: {layout.Landmarks} landmarks, but scheme {scheme} has {scheme.Count}; name the right one with " +
                "--scheme.");
        var model = HourglassExporter.Export(weights, layout, options);
        var difference = Compare(weights, layout, model, about.Name, options.Precision);

        var summary = $"The AWing stacked hourglass (Wang, Bo and Li, ICCV 2019) with {layout.Stacks} hourglass(es) of width " +
            $"{layout.Width}.";
        return (Publish(model, layout.Channels, weights, scheme, about, accuracy, summary, folder), difference);
    }

    /// <summary>Writes the model of a network designed for CPUs.</summary>
    /// <param name="network">The network, in evaluation mode.</param>
    /// <param name="weights">Its state dictionary.</param>
    /// <param name="scheme">The scheme of its landmarks.</param>
    /// <param name="about">Name, license and training data of the model.</param>
    /// <param name="options">Number format, decoding in the graph.</param>
    /// <param name="accuracy">Measured figures for manifest and card.</param>
    /// <param name="folder">The output folder.</param>
    /// <returns>The manifest's path, and the largest difference between model and network as a share of the range.</returns>
    /// <exception cref="ModelException">Model and network differ, or the files cannot be written.</exception>
    public static (string Manifest, double Difference) Write(
        CompactNetwork network, WeightTable weights, LandmarkScheme scheme, ModelDescription about, ExportOptions options,
        IReadOnlyList<ModelAccuracy> accuracy, string folder)
    {
        var (shape, size) = (network.Options, new LoaderOptions().InputSize);
        var model = CompactExporter.Export(weights, shape, size, options);
        var difference = Compare(network, size, model, about.Name, options.Precision);
        var summary = $"{shape.Stacks} hourglass(es) of blocks made for CPUs ({shape.Compact!.Kind}, widths " +
            $"{string.Join(", ", shape.Compact.Widths)}).";
        return (Publish(model, shape.Channels, weights, scheme, about, accuracy, summary, folder), difference);
    }

    private static string Publish(
        byte[] model, int channels,
        WeightTable weights, LandmarkScheme scheme, ModelDescription about, IReadOnlyList<ModelAccuracy> accuracy, string summary,
        string folder)
    {
        var loader = new LoaderOptions();
        var manifest = new ModelManifest
        {
            Name = about.Name,
            Kind = ModelKind.Landmarks,
            File = $"{about.Name}.onnx",
            Sha256 = "",
            Scheme = scheme.Name,
            Input = NetworkInput.Of(loader.InputSize),
            Output = new ModelOutput(HourglassExporter.OutputName, channels, loader.MapSize),
            Crop = loader.Crop,
            MinimumScore = 0.5f,
            License = about.License,
            TrainingData = about.TrainingData,
            ParametersInMillions = Math.Round(weights.ParametersInMillions, 3),
            Accuracy = accuracy,
        };
        return ModelWriter.Write(
            folder, model, manifest, new ModelCard(
                summary, "Expect larger errors on profiles, covered faces, and people who are rare in the training data."));
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
        return Compare(network, layout.InputSize, model, name, precision);
    }

    private static double Compare(HeatmapNetwork network, int inputSize, byte[] model, string name, ModelPrecision precision)
    {
        var runner = new NetworkRunner(network, inputSize);
        using var exported = new OnnxRuntimeRunner(
            model, HourglassExporter.InputName, [1, 3, inputSize, inputSize], HourglassExporter.OutputName);
        return ExportCheck.For(precision).Run(name, exported.Run, runner.Heatmaps, runner.InputLength);
    }
}

using LiveLandmarks.Models;

namespace LiveLandmarks.Training.Export;

/// <summary>How a network is exported as a model.</summary>
public sealed record ExportOptions
{
    /// <summary>Number format of weights and computation.</summary>
    public ModelPrecision Precision { get; init; } = ModelPrecision.Full;

    /// <summary>
    /// Adds an output <c>landmarks</c> [N, L, 3]: x and y in crop pixels and the peak's height, decoded in this way inside the graph, so
    /// that a GPU returns points instead of heatmaps; null for none. The heatmaps stay an output, computed whether or not they are fetched.
    /// </summary>
    public HeatmapDecoding? Decode { get; init; }
}

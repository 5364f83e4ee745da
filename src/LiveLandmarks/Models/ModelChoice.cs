namespace LiveLandmarks.Models;

/// <summary>Which models are used, and where they are.</summary>
public sealed record ModelChoice
{
    /// <summary>The name that stands for no model.</summary>
    public const string None = "none";

    /// <summary>Folder of the models; null to search for one as <see cref="ModelCatalog.FindFolder()"/> does.</summary>
    public string? Folder { get; init; }

    /// <summary>Name of the landmark model; null for the folder's default.</summary>
    public string? Landmarks { get; init; }

    /// <summary>Name of the face detector; null for the folder's default.</summary>
    public string? Detector { get; init; }

    /// <summary>Name of the expression model, which finds ARKit's movements and the gaze of turned heads; null for the folder's default, if
    /// it has one; <see cref="None"/> for no movements, and a gaze by geometry.</summary>
    public string? Expression { get; init; }

    /// <summary>How heatmaps are converted to points; null for the method in the landmark model's manifest.</summary>
    public HeatmapDecoding? Decoding { get; init; }

    /// <summary>Whether each detected face is located twice, the second time leveled and centered. Costs one more run of a network for each
    /// new face; faces that are followed are level anyway.</summary>
    public bool TwoStage { get; init; }

    /// <summary>Name of the landmark model for the first of two stages; null for the same model. Ignored without
    /// <see cref="TwoStage"/>.</summary>
    public string? CoarseLandmarks { get; init; }
}

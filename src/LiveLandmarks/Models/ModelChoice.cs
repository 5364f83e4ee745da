namespace LiveLandmarks.Models;

/// <summary>Which models are used, and where they are.</summary>
public sealed record ModelChoice
{
    /// <summary>Folder of the models; null to search for one as <see cref="ModelCatalog.FindFolder()"/> does.</summary>
    public string? Folder { get; init; }

    /// <summary>Name of the landmark model; null for the folder's default.</summary>
    public string? Landmarks { get; init; }

    /// <summary>Name of the face detector; null for the folder's default.</summary>
    public string? Detector { get; init; }
}

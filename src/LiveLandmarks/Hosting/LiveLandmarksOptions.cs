using LiveLandmarks.Inference;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Hosting;

/// <summary>Which models a host runs, where, and how faces are followed.</summary>
public sealed record LiveLandmarksOptions
{
    /// <summary>Folder of models; null for the one beside the program.</summary>
    public string? ModelsFolder { get; init; }

    /// <summary>Name of the landmark model; null for the folder's only or first one.</summary>
    public string? LandmarkModel { get; init; }

    /// <summary>Device and threads of the networks.</summary>
    public InferenceOptions Inference { get; init; } = new();

    /// <summary>How faces are followed.</summary>
    public FaceTrackerOptions Tracking { get; init; } = new();
}

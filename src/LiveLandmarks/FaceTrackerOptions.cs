using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;

namespace LiveLandmarks;

/// <summary>What a <see cref="FaceTracker"/> is made of: models, device, and how faces are followed.</summary>
public sealed record FaceTrackerOptions
{
    /// <summary>Which models, from where.</summary>
    public ModelChoice Models { get; init; } = new();

    /// <summary>Device and threads of the networks.</summary>
    public InferenceOptions Inference { get; init; } = new();

    /// <summary>How faces are followed.</summary>
    public TrackingOptions Tracking { get; init; } = new();

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">One is not; says which.</exception>
    public void Validate()
    {
        Inference.Validate();
        Tracking.Validate();
    }
}

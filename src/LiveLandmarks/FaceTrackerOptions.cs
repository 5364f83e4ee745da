using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;

namespace LiveLandmarks;

/// <summary>Options of a <see cref="FaceTracker"/>: models, device, and how faces are tracked.</summary>
public sealed record FaceTrackerOptions
{
    /// <summary>Which models to use, and from which folder.</summary>
    public ModelChoice Models { get; init; } = new();

    /// <summary>Device and threads that run the networks.</summary>
    public InferenceOptions Inference { get; init; } = new();

    /// <summary>How faces are tracked.</summary>
    public TrackingOptions Tracking { get; init; } = new();

    /// <summary>Throws unless every value is in range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        Inference.Validate();
        Tracking.Validate();
    }
}

using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Hosting;

/// <summary>Options of the trackers and landmarkers of a host. Can be bound to a configuration section.</summary>
public sealed class LiveLandmarksOptions
{
    /// <summary>Which models to use, and from which folder.</summary>
    public ModelChoice Models { get; set; } = new();

    /// <summary>Device and threads that run the networks.</summary>
    public InferenceOptions Inference { get; set; } = new();

    /// <summary>How faces are tracked.</summary>
    public TrackingOptions Tracking { get; set; } = new();

    /// <summary>Opens the detector of each tracker, which disposes it; null to use the detector from the models.</summary>
    public Func<IServiceProvider, IFaceDetector>? Detector { get; set; }

    /// <summary>Opens the landmark detector of each tracker, which disposes it; null to use the network from the models.</summary>
    public Func<IServiceProvider, ILandmarkDetector>? Landmarks { get; set; }
}

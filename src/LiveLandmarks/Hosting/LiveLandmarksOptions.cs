using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Hosting;

/// <summary>What the trackers and landmarkers of a host are made of. Can be bound to a section of the configuration.</summary>
public sealed class LiveLandmarksOptions
{
    /// <summary>Which models, from where.</summary>
    public ModelChoice Models { get; set; } = new();

    /// <summary>Device and threads of the networks.</summary>
    public InferenceOptions Inference { get; set; } = new();

    /// <summary>How faces are followed.</summary>
    public TrackingOptions Tracking { get; set; } = new();

    /// <summary>Opens the detector of each tracker, which disposes of it; null for the one of the models.</summary>
    public Func<IServiceProvider, IFaceDetector>? Detector { get; set; }

    /// <summary>Opens the landmark detector of each tracker, which disposes of it; null for the one of the models.</summary>
    public Func<IServiceProvider, ILandmarkDetector>? Landmarks { get; set; }
}

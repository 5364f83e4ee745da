using LiveLandmarks.Diagnostics;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveLandmarks.Hosting;

/// <summary>Makes trackers from a host's options, one for each stream. Thread-safe.</summary>
/// <param name="services">The host's services.</param>
/// <param name="options">Options of the trackers.</param>
/// <param name="metrics">The metrics that the trackers report to.</param>
public sealed class FaceTrackerFactory(IServiceProvider services, IOptions<LiveLandmarksOptions> options, PipelineMetrics metrics)
{
    private readonly ILoggerFactory? loggers = services.GetService<ILoggerFactory>();

    /// <summary>Opens the networks and makes a tracker for one stream.</summary>
    /// <returns>The tracker; the caller must dispose it.</returns>
    /// <exception cref="OptionsValidationException">An option is out of range.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public FaceTracker Create()
    {
        var chosen = options.Value;
        var (locator, blendshapes) = FaceNetworks.Open(
            chosen.Models,
            chosen.Inference,
            loggers,
            chosen.Detector is { } detector ? () => detector(services) : null,
            chosen.Landmarks is { } landmarks ? () => landmarks(services) : null);
        return new FaceTracker(
            locator, chosen.Tracking, logger: loggers?.CreateLogger<FaceTracker>(), metrics: metrics, blendshapes: blendshapes);
    }
}

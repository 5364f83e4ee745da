using LiveLandmarks.Diagnostics;
using LiveLandmarks.Landmarks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveLandmarks.Hosting;

/// <summary>Makes trackers of a host's options, a new one for each stream. Thread-safe.</summary>
/// <param name="services">The host's services.</param>
/// <param name="options">What trackers are made of.</param>
/// <param name="metrics">Where they measure.</param>
public sealed class FaceTrackerFactory(IServiceProvider services, IOptions<LiveLandmarksOptions> options, PipelineMetrics metrics)
{
    private readonly ILoggerFactory? loggers = services.GetService<ILoggerFactory>();

    /// <summary>Opens the networks and makes a tracker for one stream.</summary>
    /// <returns>The tracker; the caller disposes of it.</returns>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The device asked for does not work here.</exception>
    public FaceTracker Create()
    {
        var chosen = options.Value;
        var locator = FaceLocator.Open(
            chosen.Models,
            chosen.Inference,
            loggers,
            chosen.Detector is { } detector ? () => detector(services) : null,
            chosen.Landmarks is { } landmarks ? () => landmarks(services) : null);
        return new FaceTracker(locator, chosen.Tracking, logger: loggers?.CreateLogger<FaceTracker>(), metrics: metrics);
    }
}

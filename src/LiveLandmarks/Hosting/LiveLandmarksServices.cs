using System.Diagnostics.Metrics;
using LiveLandmarks.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveLandmarks.Hosting;

/// <summary>The library as services of a host.</summary>
public static class LiveLandmarksServices
{
    /// <summary>Adds a <see cref="FaceTrackerFactory"/>, which makes a tracker for each stream. Options are checked when it is first asked
    /// for.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options, after those of <c>services.Configure&lt;LiveLandmarksOptions&gt;(section)</c>; null for the
    /// defaults.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// Trackers log to the host's <c>ILoggerFactory</c> and measure in its <c>IMeterFactory</c>, where it has them. The host keeps none of
    /// them: whoever makes a tracker disposes of it.
    /// </remarks>
    public static IServiceCollection AddLiveLandmarks(this IServiceCollection services, Action<LiveLandmarksOptions>? configure = null)
    {
        var options = services.AddOptions<LiveLandmarksOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LiveLandmarksOptions>, LiveLandmarksOptionsCheck>());
        services.TryAddSingleton(
            provider => provider.GetService<IMeterFactory>() is { } meters ? new PipelineMetrics(meters) : PipelineMetrics.Default);
        services.TryAddSingleton<FaceTrackerFactory>();
        return services;
    }
}

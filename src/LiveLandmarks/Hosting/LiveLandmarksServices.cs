using System.Diagnostics.Metrics;
using LiveLandmarks.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveLandmarks.Hosting;

/// <summary>Registers the library with the services of a host.</summary>
/// <example>
/// <code>
/// using LiveLandmarks.Hosting;
/// using Microsoft.Extensions.DependencyInjection;
///
/// var services = new ServiceCollection();
/// services.AddLiveLandmarks(options =&gt; options.Tracking = options.Tracking with { MaxFaces = 2 });
/// using var provider = services.BuildServiceProvider();
/// using var tracker = provider.GetRequiredService&lt;FaceTrackerFactory&gt;().Create();
/// </code>
/// </example>
public static class LiveLandmarksServices
{
    /// <summary>Adds a <see cref="FaceTrackerFactory"/>, which makes a tracker for each stream. The options are checked at its first
    /// use.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options after <c>services.Configure&lt;LiveLandmarksOptions&gt;(section)</c>; null for the
    /// defaults.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// Trackers log to the host's <c>ILoggerFactory</c> and measure with its <c>IMeterFactory</c>, if the host has them. The host does not
    /// own the trackers: the code that makes a tracker must dispose it.
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

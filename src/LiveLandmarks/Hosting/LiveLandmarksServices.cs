using LiveLandmarks.Detection;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Hosting;

/// <summary>The library as services of a host.</summary>
public static class LiveLandmarksServices
{
    /// <summary>
    /// Adds the models (one <see cref="ModelCatalog"/>), and on every request a new <see cref="LandmarkNetwork"/>, <see cref="IFaceDetector"/>,
    /// <see cref="FaceLocator"/> and <see cref="FaceTracker"/>: one tracker follows one stream. A service that was registered before stays,
    /// so an application can bring its own detector.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Models, device and tracking; null for the defaults.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// Models are opened on the first request and fail there with a <see cref="ModelException"/>. What a scope was asked for closes with
    /// it; the host disposes of each service, and none of another's. They log to the host's <see cref="ILoggerFactory"/> where it has one.
    /// </remarks>
    public static IServiceCollection AddLiveLandmarks(this IServiceCollection services, LiveLandmarksOptions? options = null)
    {
        options ??= new LiveLandmarksOptions();
        services.TryAddSingleton(_ => ModelCatalog.Open(options.ModelsFolder));
        services.TryAddTransient(provider =>
            new LandmarkNetwork(provider.GetRequiredService<ModelCatalog>().Load(ModelKind.Landmarks, options.LandmarkModel), options.Inference, logger: LoggerFor<LandmarkNetwork>(provider)));
        services.TryAddTransient<IFaceDetector>(provider =>
            new HeatmapFaceDetector(provider.GetRequiredService<ModelCatalog>().Load(ModelKind.Detector), options.Inference, LoggerFor<HeatmapFaceDetector>(provider)));
        services.TryAddTransient(provider =>
            new FaceLocator(provider.GetRequiredService<IFaceDetector>(), provider.GetRequiredService<LandmarkNetwork>(), ownsParts: false));
        services.TryAddTransient(provider =>
            new FaceTracker(provider.GetRequiredService<FaceLocator>(), options.Tracking, ownsLocator: false, LoggerFor<FaceTracker>(provider)));
        return services;
    }

    private static ILogger? LoggerFor<T>(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger<T>();
}

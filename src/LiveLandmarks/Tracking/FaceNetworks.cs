using LiveLandmarks.Expression;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Tracking;

/// <summary>Opens the networks that a tracker needs.</summary>
internal static class FaceNetworks
{
    /// <summary>Opens detector, landmark network and the network that finds movements; none stays open if one of them fails.</summary>
    /// <param name="models">Which models to use, and from which folder.</param>
    /// <param name="options">Device and threads.</param>
    /// <param name="loggers">Log which devices they run on; null to log nothing.</param>
    /// <param name="openDetector">See <see cref="FaceLocator.Open"/>.</param>
    /// <param name="openLandmarks">See <see cref="FaceLocator.Open"/>.</param>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public static (FaceLocator Locator, BlendshapeNetwork? Blendshapes) Open(
        ModelChoice models, InferenceOptions options, ILoggerFactory? loggers, Func<IFaceDetector>? openDetector = null,
        Func<ILandmarkDetector>? openLandmarks = null)
    {
        var locator = FaceLocator.Open(models, options, loggers, openDetector, openLandmarks);
        try
        {
            return (locator, BlendshapeNetwork.Open(models));
        }
        catch
        {
            locator.Dispose();
            throw;
        }
    }
}

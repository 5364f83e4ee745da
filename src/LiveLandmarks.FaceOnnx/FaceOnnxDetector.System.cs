using LiveLandmarks.Detection;
using LiveLandmarks.Inference;

namespace LiveLandmarks.FaceOnnx;

/// <summary>FaceONNX's face detector, which this build does not contain.</summary>
public static class FaceOnnxDetector
{
    /// <summary>Says why there is no such detector.</summary>
    /// <param name="options">Not looked at.</param>
    /// <exception cref="DeviceUnavailableException">Always.</exception>
    public static IFaceDetector Open(InferenceOptions options) => throw new DeviceUnavailableException(
        $"detector 'faceonnx' is not available (asked for on device '{options.Device}'): this program was built with NativePackages=system, "
        + "and the FaceONNX package exists on the public NuGet feed only; use '--detector heatmap', or build with NativePackages=nuget.");
}

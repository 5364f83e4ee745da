using LiveLandmarks.Diagnostics;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>Measures the time of landmark detectors: this library's network by its stages, others as a whole.</summary>
internal static class TimedLandmarks
{
    public static FaceLandmarks[] Locate(this ILandmarkDetector detector, Mat image, IReadOnlyList<FaceCrop> crops, StageClock clock)
    {
        if (detector is LandmarkNetwork network)
            return network.Locate(image, crops, clock);
        using var timing = clock.Time(Stage.Network);
        return detector.Locate(image, crops);
    }
}

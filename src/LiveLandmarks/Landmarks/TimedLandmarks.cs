using LiveLandmarks.Diagnostics;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>Times landmark detectors: the network of this library by its parts, another as a whole.</summary>
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

using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>Reports the given boxes at the first call and none later.</summary>
internal sealed class OnceDetector(params FaceBox[] boxes) : IFaceDetector
{
    private bool asked;

    public IReadOnlyList<FaceBox> Detect(Mat image)
    {
        if (asked)
            return [];
        asked = true;
        return boxes;
    }

    public void Dispose()
    {
    }
}

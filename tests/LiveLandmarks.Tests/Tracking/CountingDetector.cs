using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>A detector that counts its calls.</summary>
internal sealed class CountingDetector(IFaceDetector inner) : IFaceDetector
{
    public int Calls { get; private set; }

    public bool Disposed { get; private set; }

    public float MinimumScore => inner.MinimumScore;

    public IReadOnlyList<FaceBox> Detect(Mat image)
    {
        Calls++;
        return inner.Detect(image);
    }

    public IReadOnlyList<FaceBox> Detect(Mat image, float lowestScore)
    {
        Calls++;
        return inner.Detect(image, lowestScore);
    }

    public void Dispose()
    {
        Disposed = true;
        inner.Dispose();
    }
}

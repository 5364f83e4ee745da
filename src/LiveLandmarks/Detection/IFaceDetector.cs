using LiveLandmarks.Geometry;
using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>Finds faces in a whole picture.</summary>
public interface IFaceDetector : IDisposable
{
    /// <summary>Finds the faces of a picture, best first.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    /// <returns>One box a face, image pixels; empty where there is none.</returns>
    IReadOnlyList<FaceBox> Detect(Mat image);
}

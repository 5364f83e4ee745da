using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>Finds faces in a whole picture.</summary>
public interface IFaceDetector : IDisposable
{
    /// <summary>Finds the faces of a picture, best first.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    /// <returns>One box a face, image pixels; empty where there is none.</returns>
    IReadOnlyList<FaceBox> Detect(Mat image);

    /// <summary>The score from which on a box counts as a face, 0 to 1.</summary>
    float MinimumScore => 0;

    /// <summary>Finds also what only may be a face; a detector that cannot reports its faces.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    /// <param name="lowestScore">The score from which on a box is reported, 0 to 1; not above <see cref="MinimumScore"/>.</param>
    /// <returns>The boxes of <see cref="Detect(Mat)"/>, then those that score below <see cref="MinimumScore"/>, best first.</returns>
    IReadOnlyList<FaceBox> Detect(Mat image, float lowestScore) => Detect(image);
}

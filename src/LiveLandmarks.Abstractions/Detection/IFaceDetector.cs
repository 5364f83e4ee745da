using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>Finds faces in a whole image.</summary>
/// <example>
/// <code>
/// using LiveLandmarks;
/// using OpenCvSharp;
///
/// IFaceDetector detector = new WholePicture();
/// Console.WriteLine(detector.Detect(new Mat("me.jpg")).Count);
///
/// // A detector for pictures that one face fills.
/// sealed class WholePicture : IFaceDetector
/// {
///     public IReadOnlyList&lt;FaceBox&gt; Detect(Mat image) =&gt; [new FaceBox(0, 0, image.Cols, image.Rows, 1)];
///
///     public void Dispose()
///     {
///     }
/// }
/// </code>
/// </example>
public interface IFaceDetector : IDisposable
{
    /// <summary>Finds the faces in an image, best first.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    /// <returns>One box per face, in image pixels; empty if there are no faces.</returns>
    IReadOnlyList<FaceBox> Detect(Mat image);

    /// <summary>The lowest score at which a box counts as a face, 0 to 1.</summary>
    float MinimumScore => 0;

    /// <summary>Finds faces and, where the detector can, also regions that only may be faces.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    /// <param name="lowestScore">The lowest score at which a box is reported, 0 to 1; at most <see cref="MinimumScore"/>.</param>
    /// <returns>The boxes of <see cref="Detect(Mat)"/>, then those that score below <see cref="MinimumScore"/>, best first.</returns>
    IReadOnlyList<FaceBox> Detect(Mat image, float lowestScore) => Detect(image);
}

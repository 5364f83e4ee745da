using OpenCvSharp;

namespace LiveLandmarks.Evaluation;

/// <summary>Simulates a camera that films one picture: shifts it and adds sensor noise to every frame.</summary>
/// <param name="picture">BGR, 8 bits; not disposed here.</param>
/// <param name="noise">Standard deviation of the noise, in gray levels of 255, independent for each pixel and color.</param>
internal sealed class NoisyCamera(Mat picture, double noise) : IDisposable
{
    // Noise is generated around this level, since 8-bit pictures cannot hold negative values.
    private const double Level = 128;

    private readonly Mat frame = new(picture.Rows, picture.Cols, picture.Type());
    private readonly Mat grain = new(picture.Rows, picture.Cols, picture.Type());
    private readonly Mat matrix = new(2, 3, MatType.CV_64FC1, Scalar.All(0));

    /// <summary>Makes the next frame, which is valid until the next call.</summary>
    /// <param name="x">How far the picture is shifted to the right, in pixels.</param>
    public Mat Film(double x)
    {
        (matrix.At<double>(0, 0), matrix.At<double>(1, 1), matrix.At<double>(0, 2)) = (1, 1, x);
        Cv2.WarpAffine(picture, frame, matrix, frame.Size(), InterpolationFlags.Linear, BorderTypes.Replicate, Scalar.All(0));
        Cv2.Randn(grain, Scalar.All(Level), Scalar.All(noise));
        Cv2.AddWeighted(frame, 1, grain, 1, -Level, frame);
        return frame;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        frame.Dispose();
        grain.Dispose();
        matrix.Dispose();
    }
}

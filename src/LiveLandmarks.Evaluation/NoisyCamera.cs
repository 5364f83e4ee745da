using OpenCvSharp;

namespace LiveLandmarks.Evaluation;

/// <summary>Films one picture: moves it about, and adds the noise of a sensor to every frame.</summary>
/// <param name="picture">BGR, 8 bits; stays the caller's.</param>
/// <param name="noise">Standard deviation of the noise, grey levels of 255, each pixel and color for itself.</param>
internal sealed class NoisyCamera(Mat picture, double noise) : IDisposable
{
    // Noise is added around this level, since pictures of 8 bits hold no negative values.
    private const double Level = 128;

    private readonly Mat frame = new(picture.Rows, picture.Cols, picture.Type());
    private readonly Mat grain = new(picture.Rows, picture.Cols, picture.Type());
    private readonly Mat matrix = new(2, 3, MatType.CV_64FC1, Scalar.All(0));

    /// <summary>The next frame; valid until the call after this one.</summary>
    /// <param name="x">How far the picture is moved to the right, pixels.</param>
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

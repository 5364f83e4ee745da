using OpenCvSharp;

namespace MakeClips;

/// <summary>A soft cloudy texture that is larger than a frame. The frame drifts over it.</summary>
internal sealed class Backdrop : IDisposable
{
    private const int Margin = 160;

    // Size of the clouds in pixels, and how far brightness and hue deviate from the mean, in gray levels.
    private static readonly (int Size, double Light, double Hue)[] Octaves = [(260, 40, 16), (110, 20, 8), (40, 8, 3)];

    private readonly Mat texture;
    private readonly Curve driftX;
    private readonly Curve driftY;

    /// <summary>Makes the texture.</summary>
    /// <param name="seed">The same seed makes the same texture.</param>
    /// <param name="color">Mean color: blue, green and red.</param>
    /// <param name="driftX">How far the texture has moved to the right over time, −160 to 160 pixels.</param>
    /// <param name="driftY">How far the texture has moved down over time, −160 to 160 pixels.</param>
    public Backdrop(ulong seed, Scalar color, Curve driftX, Curve driftY)
    {
        (this.driftX, this.driftY) = (driftX, driftY);
        var size = new Size(Screen.Size.Width + 2 * Margin, Screen.Size.Height + 2 * Margin);
        texture = new Mat(size, MatType.CV_32FC3, color);
        Cv2.SetTheRNG(seed);
        foreach (var (cloud, light, hue) in Octaves)
        {
            using var gray = Clouds(size, cloud, light, MatType.CV_32FC1);
            using var colorless = new Mat();
            Cv2.Merge([gray, gray, gray], colorless);
            Cv2.Add(texture, colorless, texture);
            using var colored = Clouds(size, cloud, hue, MatType.CV_32FC3);
            Cv2.Add(texture, colored, texture);
        }
    }

    /// <summary>Fills a frame.</summary>
    /// <param name="frame">Receives BGR, floating point.</param>
    /// <param name="time">In seconds.</param>
    public void Paint(Mat frame, double time)
    {
        var shift = new Placement(1, 0, driftX.At(time) - Margin, 0, 1, driftY.At(time) - Margin);
        using var matrix = shift.ToMatrix();
        Cv2.WarpAffine(texture, frame, matrix, Screen.Size, InterpolationFlags.Linear, BorderTypes.Reflect101);
    }

    /// <inheritdoc/>
    public void Dispose() => texture.Dispose();

    private static Mat Clouds(Size size, int cloud, double strength, MatType type)
    {
        using var grid = new Mat(size.Height / cloud + 2, size.Width / cloud + 2, type);
        Cv2.Randu(grid, Scalar.All(-strength), Scalar.All(strength));
        var clouds = new Mat();
        Cv2.Resize(grid, clouds, size, interpolation: InterpolationFlags.Cubic);
        return clouds;
    }
}

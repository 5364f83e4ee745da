using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>
/// Brightens dark pictures to the level that the networks were trained on. The darker a picture's bright parts, the higher the gain; a
/// bright enough picture stays as it is. Owns its buffers; not thread-safe.
/// </summary>
public sealed class Brightener : IDisposable
{
    // The brightness of the bright parts is the level below which this share of the pixels lies.
    private const double BrightShare = 0.98;

    // At or below Dark, the bright parts are raised to Target; at or above Light, nothing changes.
    private const float Dark = 64;
    private const float Light = 96;
    private const float Target = 170;

    // Noise grows with the gain: at this gain or above, neighboring pixels are averaged first.
    private const float NoisyGain = 4;
    private const double Blur = 1.2;

    // At most this many rows and columns of the picture are looked at.
    private const int Side = 96;

    private readonly Mat smooth = new();
    private readonly Mat bright = new();
    private readonly Mat curve = new(1, 256, MatType.CV_8UC1);
    private readonly int[] counts = new int[256];

    /// <summary>Whether the last picture was dark; faint details in a dark picture are often noise.</summary>
    public bool WasDark { get; private set; }

    /// <summary>The picture, bright enough for the networks.</summary>
    /// <param name="image">BGR, 8 bits; not changed.</param>
    /// <returns>The image itself if it is bright enough; otherwise a picture that is valid until the next call.</returns>
    public Mat Brighten(Mat image)
    {
        var gain = Gain(image);
        WasDark = gain > 1;
        if (!WasDark)
            return image;
        var source = image;
        if (gain >= NoisyGain)
        {
            Cv2.GaussianBlur(image, smooth, new Size(), Blur);
            source = smooth;
        }
        SetCurve(gain);
        Cv2.LUT(source, curve, bright);
        return bright;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        smooth.Dispose();
        bright.Dispose();
        curve.Dispose();
    }

    private unsafe void SetCurve(float gain)
    {
        var values = new Span<byte>(curve.DataPointer, counts.Length);
        for (var value = 0; value < values.Length; value++)
            values[value] = (byte)MathF.Min(255, MathF.Round(gain * value));
    }

    private float Gain(Mat image)
    {
        var bright = MathF.Max(1, BrightParts(image));
        var share = Math.Clamp((Light - bright) / (Light - Dark), 0, 1);
        return 1 + share * (Target / bright - 1);
    }

    private unsafe int BrightParts(Mat image)
    {
        Array.Clear(counts);
        var (columns, rows) = (Math.Min(Side, image.Cols), Math.Min(Side, image.Rows));
        for (var row = 0; row < rows; row++)
        {
            var pixels = (byte*)image.Ptr(row * image.Rows / rows);
            for (var column = 0; column < columns; column++)
            {
                // Luma of BGR in 1/256.
                var pixel = pixels + 3 * (column * image.Cols / columns);
                counts[(29 * pixel[0] + 150 * pixel[1] + 77 * pixel[2] + 128) >> 8]++;
            }
        }
        var (seen, darker) = (0, BrightShare * columns * rows);
        var level = 0;
        while (level < counts.Length - 1 && (seen += counts[level]) < darker)
            level++;
        return level;
    }
}

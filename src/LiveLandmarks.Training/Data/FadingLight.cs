using LiveLandmarks.Detection;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Shows a picture as a camera records it in too little light, or as the library brightens such a picture. Owns its buffers; not
/// thread-safe.</summary>
/// <param name="dose">Probability, and the largest number of stops.</param>
internal sealed class FadingLight(Strength dose) : IDisposable
{
    private const float MinStops = 1;
    private const float SteepestGamma = 2.4f;
    private const float MinNoise = 0.7f, MaxNoise = 4;
    private const float BrightenedChance = 0.5f;

    private readonly Mat dark = new();
    private readonly Brightener brightener = new();
    private readonly float[] levels = new float[256];
    private float[] row = [];

    /// <summary>Darkens a picture with the dose's probability.</summary>
    /// <param name="picture">BGR, 8 bits; not changed.</param>
    /// <param name="random">The sample's random numbers.</param>
    /// <returns>The dark picture, or the brightened one; valid until the next call. Null if nothing changes.</returns>
    public Mat? Fade(Mat picture, SampleRandom random)
    {
        if (!random.Happens(dose.Chance))
            return null;
        var exposure = MathF.Pow(2, -random.Between(MinStops, MathF.Max(MinStops, dose.Amount)));
        var gamma = random.Between(1, SteepestGamma);
        var noise = random.Between(MinNoise, MaxNoise);
        var brightened = random.Happens(BrightenedChance);
        for (var i = 0; i < levels.Length; i++)
            levels[i] = 255 * exposure * MathF.Pow(i / 255f, gamma);
        Expose(picture, noise, random);
        return brightened ? brightener.Brighten(dark) : dark;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        dark.Dispose();
        brightener.Dispose();
    }

    private unsafe void Expose(Mat picture, float noise, SampleRandom random)
    {
        dark.Create(picture.Size(), picture.Type());
        var (rows, length) = (picture.Rows, 3 * picture.Cols);
        if (row.Length != length)
            row = new float[length];
        for (var y = 0; y < rows; y++)
        {
            var from = new ReadOnlySpan<byte>((byte*)picture.Ptr(y), length);
            var to = new Span<byte>((byte*)dark.Ptr(y), length);
            for (var i = 0; i < length; i++)
                row[i] = levels[from[i]];
            SensorNoise.Add(row, noise, random);
            for (var i = 0; i < length; i++)
                to[i] = (byte)Math.Clamp(row[i] + 0.5f, 0, 255);
        }
    }
}

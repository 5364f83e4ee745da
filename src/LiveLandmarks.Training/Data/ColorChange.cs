namespace LiveLandmarks.Training.Data;

/// <summary>
/// Brightness, contrast, saturation and hue in one matrix: RGB becomes M·RGB + offset, in gray levels of 255. Hue rotates and saturation
/// scales the plane of I and Q in YIQ, so the luma stays.
/// </summary>
internal readonly struct ColorChange
{
    private ColorChange(float[] matrix, float offset) => (Matrix, Offset) = (matrix, offset);

    /// <summary>Row by row, RGB; null if nothing changes.</summary>
    public float[]? Matrix { get; }

    /// <summary>Added to all channels.</summary>
    public float Offset { get; }

    /// <summary>Draws a change, always with the same number of random numbers.</summary>
    /// <param name="augmentation">How strong it may be.</param>
    /// <param name="mean">Mean gray level of the picture, which the contrast change preserves.</param>
    /// <param name="random">The sample's random numbers.</param>
    public static ColorChange Draw(Augmentation augmentation, float mean, SampleRandom random)
    {
        var brightness = Draw(augmentation.Brightness, random) * 255;
        var contrast = 1 + Draw(augmentation.Contrast, random);
        var saturation = 1 + Draw(augmentation.Saturation, random);
        var hue = Draw(augmentation.Hue, random) * MathF.PI / 180;
        if (random.Happens(augmentation.GreyChance))
            saturation = 0;
        if (brightness == 0 && contrast == 1 && saturation == 1 && hue == 0)
            return default;
        return new ColorChange(Mix(contrast, saturation, hue), brightness + mean * (1 - contrast));
    }

    private static float Draw(Strength dose, SampleRandom random)
    {
        var happens = random.Happens(dose.Chance);
        var amount = random.Around(dose.Amount);
        return happens ? amount : 0;
    }

    private static float[] Mix(float contrast, float saturation, float hue)
    {
        var (sine, cosine) = MathF.SinCos(hue);
        var (u, w) = (saturation * cosine, saturation * sine);
        ReadOnlySpan<float> luma = [0.299f, 0.587f, 0.114f];
        ReadOnlySpan<float> i = [0.596f, -0.274f, -0.322f];
        ReadOnlySpan<float> q = [0.211f, -0.523f, 0.312f];
        ReadOnlySpan<float> fromI = [0.956f, -0.272f, -1.106f];
        ReadOnlySpan<float> fromQ = [0.621f, -0.647f, 1.703f];
        var matrix = new float[9];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var turnedI = u * i[column] - w * q[column];
                var turnedQ = w * i[column] + u * q[column];
                matrix[3 * row + column] = contrast * (luma[column] + fromI[row] * turnedI + fromQ[row] * turnedQ);
            }
        }
        return matrix;
    }
}

using System.Numerics.Tensors;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Turns a picture into the network's input: planes of red, green and blue from 0 to 1, with colors changed, noise added, and
/// mirrored.</summary>
internal static class PlaneWriter
{
    /// <summary>Draws random changes of colors and noise, and writes the picture with them.</summary>
    /// <param name="picture">BGR, 8 bits, S×S.</param>
    /// <param name="mirrored">Whether left and right are exchanged.</param>
    /// <param name="augmentation">How strong the changes may be.</param>
    /// <param name="random">The sample's random numbers.</param>
    /// <param name="planes">[3, S, S], written: RGB, 0 to 1.</param>
    public static void Disturb(Mat picture, bool mirrored, Augmentation augmentation, SampleRandom random, Span<float> planes)
    {
        var mean = Cv2.Mean(picture);
        var change = ColorChange.Draw(augmentation, (float)(mean.Val0 + mean.Val1 + mean.Val2) / 3, random);
        var noisy = random.Happens(augmentation.Noise.Chance);
        var noise = random.Between(0, augmentation.Noise.Amount);
        Write(picture, mirrored, change, noisy ? noise : 0, random, planes);
    }

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">BGR, 8 bits, S×S.</param>
    /// <param name="mirrored">Whether left and right are exchanged.</param>
    /// <param name="color">The change of colors.</param>
    /// <param name="noise">Standard deviation of the noise in gray levels.</param>
    /// <param name="random">Chooses the noise.</param>
    /// <param name="planes">[3, S, S].</param>
    public static unsafe void Write(Mat picture, bool mirrored, ColorChange color, float noise, SampleRandom random, Span<float> planes)
    {
        var size = picture.Cols;
        var plane = size * size;
        var (start, step) = mirrored ? (size - 1, -1) : (0, 1);
        const float Scale = 1f / 255;
        var m = color.Matrix;
        for (var v = 0; v < size; v++)
        {
            var row = (byte*)picture.Ptr(v);
            var red = planes.Slice(v * size, size);
            var green = planes.Slice(plane + v * size, size);
            var blue = planes.Slice(2 * plane + v * size, size);
            for (int u = 0, at = start; u < size; u++, at += step)
            {
                float b = row[3 * at], g = row[3 * at + 1], r = row[3 * at + 2];
                if (m is not null)
                {
                    (r, g, b) = (
                        m[0] * r + m[1] * g + m[2] * b + color.Offset,
                        m[3] * r + m[4] * g + m[5] * b + color.Offset,
                        m[6] * r + m[7] * g + m[8] * b + color.Offset);
                }
                (red[u], green[u], blue[u]) = (r * Scale, g * Scale, b * Scale);
            }
            if (noise > 0)
            {
                SensorNoise.Add(red, noise * Scale, random);
                SensorNoise.Add(green, noise * Scale, random);
                SensorNoise.Add(blue, noise * Scale, random);
            }
        }
        if (m is not null || noise > 0)
        {
            TensorPrimitives.Max(planes, 0f, planes);
            TensorPrimitives.Min(planes, 1f, planes);
        }
    }
}

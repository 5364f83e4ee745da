using System.Numerics;
using LiveLandmarks.Capture;
using LiveLandmarks.Capture.Pictures;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>
/// A picture with alpha that can be drawn at smaller sizes. It also stores versions of half the size, a quarter and so on, in which each
/// pixel is the mean of four, so that samples are averages over an area and do not flicker. Colors are multiplied by alpha; otherwise
/// edges would show the color of transparent pixels.
/// </summary>
public sealed class Texture
{
    private readonly (int Width, int Height, Vector4[] Pixels)[] levels;

    /// <summary>Makes a texture.</summary>
    /// <param name="width">Width in pixels, above 0.</param>
    /// <param name="height">Height in pixels, above 0.</param>
    /// <param name="pixels">Row by row: blue, green, red (0 to 255) already multiplied by alpha, and alpha (0 to 1).</param>
    public Texture(int width, int height, Vector4[] pixels)
    {
        List<(int, int, Vector4[])> all = [(width, height, pixels)];
        while (width > 1 || height > 1)
        {
            pixels = Halve(ref width, ref height, pixels);
            all.Add((width, height, pixels));
        }
        levels = [.. all];
    }

    /// <summary>Width in pixels.</summary>
    public int Width => levels[0].Width;

    /// <summary>Height in pixels.</summary>
    public int Height => levels[0].Height;

    /// <summary>Reads a picture file. A picture without alpha is opaque.</summary>
    /// <param name="path">A PNG or any other picture.</param>
    /// <exception cref="OverlayException">The file does not exist or is not a readable picture.</exception>
    public static Texture Read(string path)
    {
        try
        {
            using var image = PictureDecoder.Decode(ImageFile.ReadBytes(path), path, ImreadModes.Unchanged);
            if (image.Depth() is 0 or 2 && image.Channels() is 1 or 3 or 4)
                return From(image);
        }
        catch (InputException e)
        {
            throw new OverlayException(e.Message, e);
        }
        throw new OverlayException($"{path}: not a picture that can be read; use a PNG with alpha.");
    }

    /// <summary>The color at a place, averaged over an area.</summary>
    /// <param name="place">The place, 0 to 1 rightwards and downwards.</param>
    /// <param name="level">Base-2 logarithm of the width of a screen pixel, measured in pixels of the texture.</param>
    internal Vector4 Sample(Vector2 place, float level)
    {
        var lower = Math.Clamp((int)level, 0, levels.Length - 1);
        var share = Math.Clamp(level - lower, 0, 1);
        var near = SampleLevel(place, lower);
        return share < 0.02f || lower + 1 == levels.Length ? near : Vector4.Lerp(near, SampleLevel(place, lower + 1), share);
    }

    private Vector4 SampleLevel(Vector2 place, int level)
    {
        var (width, height, pixels) = levels[level];
        var x = Math.Clamp(place.X * width - 0.5f, 0, width - 1);
        var y = Math.Clamp(place.Y * height - 0.5f, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, down) = (left + 1 < width ? 1 : 0, top + 1 < height ? width : 0);
        var at = top * width + left;
        return Vector4.Lerp(
            Vector4.Lerp(pixels[at], pixels[at + right], x - left),
            Vector4.Lerp(pixels[at + down], pixels[at + down + right], x - left),
            y - top);
    }

    private static Texture From(Mat image)
    {
        using var bytes = new Mat();
        image.ConvertTo(bytes, MatType.CV_8UC(image.Channels()), image.Depth() == 0 ? 1 : 1 / 257.0);
        var (width, height, channels) = (bytes.Cols, bytes.Rows, bytes.Channels());
        var pixels = new Vector4[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                pixels[y * width + x] = Pixel(bytes, y, x, channels);
        }
        return new Texture(width, height, pixels);
    }

    private static unsafe Vector4 Pixel(Mat image, int y, int x, int channels)
    {
        var pixel = (byte*)image.Ptr(y) + channels * x;
        var alpha = channels == 4 ? pixel[3] / 255f : 1;
        var color = channels == 1 ? new Vector3(pixel[0]) : new Vector3(pixel[0], pixel[1], pixel[2]);
        return new Vector4(color * alpha, alpha);
    }

    private static Vector4[] Halve(ref int width, ref int height, Vector4[] pixels)
    {
        var (w, h) = (Math.Max(1, width / 2), Math.Max(1, height / 2));
        var half = new Vector4[w * h];
        for (var y = 0; y < h; y++)
        {
            var (upper, lower) = (2 * y * width, Math.Min(2 * y + 1, height - 1) * width);
            for (var x = 0; x < w; x++)
            {
                var (left, right) = (2 * x, Math.Min(2 * x + 1, width - 1));
                half[y * w + x] = (pixels[upper + left] + pixels[upper + right] + pixels[lower + left] + pixels[lower + right]) / 4;
            }
        }
        (width, height) = (w, h);
        return half;
    }
}

using System.Numerics;
using LiveLandmarks.Overlays.Rasterizing;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Draws the built-in sunglasses: two rounded lenses in a frame, joined over the nose.</summary>
internal static class SunglassesPicture
{
    private const int Width = 512;
    private const int Height = 192;

    // In pixels: the middle of the person's right lens, half its width and height, and the width of the frame around it.
    private static readonly Vector2 Lens = new(134, 98);
    private static readonly Vector2 Half = new(112, 82);
    private const float Rim = 11;

    /// <summary>Makes the front, which is transparent around the frame.</summary>
    /// <param name="frame">Color of the frame: blue, green, red, 0 to 255.</param>
    /// <param name="lens">Color of the lenses.</param>
    /// <param name="darkness">Opacity of the lenses, 0 to 1; it decreases towards their lower edge.</param>
    public static Texture Make(Vector3 frame, Vector3 lens, float darkness)
    {
        var pixels = new Vector4[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
                pixels[y * Width + x] = Pixel(new Vector2(MathF.Min(x, Width - 1 - x), y), x, frame, lens, darkness);
        }
        return new Texture(Width, Height, pixels);
    }

    /// <summary>Makes an arm, with soft edges, that fades out at the ear.</summary>
    /// <param name="frame">Color of the arm.</param>
    public static Texture MakeArm(Vector3 frame)
    {
        const int width = 64, height = 16;
        var pixels = new Vector4[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var edge = Math.Clamp((5.5f - MathF.Abs(y - 7.5f)) / 2, 0, 1) * Math.Clamp((width - 1 - x) / 6f, 0, 1);
                pixels[y * width + x] = new Vector4(frame * edge, edge);
            }
        }
        return new Texture(width, height, pixels);
    }

    private static Vector4 Pixel(Vector2 place, int column, Vector3 frame, Vector3 lens, float darkness)
    {
        var outside = OutsideLens(place);
        var inLens = Math.Clamp(0.5f - (outside + Rim), 0, 1);
        var inFrame = MathF.Max(Math.Clamp(0.5f - outside, 0, 1), MathF.Max(Bridge(place), Hinge(place))) * (1 - inLens);
        var down = (place.Y - Lens.Y + Half.Y) / (2 * Half.Y);
        var alpha = inLens * darkness * (1.1f - 0.3f * Math.Clamp(down, 0, 1));
        // A reflection of the sky on each lens, both from the same side.
        var streak = MathF.Exp(-MathF.Pow(((column < Width / 2 ? column : column - 244) + 0.9f * place.Y - 150) / 22, 2)) * (1 - down);
        var glass = lens + streak * 0.45f * (new Vector3(255) - lens);
        alpha = MathF.Min(1, alpha);
        return new Vector4(alpha * glass, alpha) + new Vector4(frame * inFrame, inFrame);
    }

    /// <summary>Approximate distance beyond the frame's outer edge in pixels; negative inside.</summary>
    private static float OutsideLens(Vector2 place)
    {
        var from = place - Lens;
        // Narrower towards the cheek.
        var half = Half with { X = Half.X * (1 - 0.1f * MathF.Max(0, from.Y / Half.Y)) };
        var scaled = Vector2.Abs(from / half);
        const float roundness = 3.2f;
        var radius = MathF.Pow(MathF.Pow(scaled.X, roundness) + MathF.Pow(scaled.Y, roundness), 1 / roundness);
        return (radius - 1) * MathF.Min(half.X, half.Y);
    }

    private static float Bridge(Vector2 place) =>
        place.X < 225 ? 0 : Math.Clamp(8.5f - MathF.Abs(place.Y - 62 + 10 * (1 - (256 - place.X) / 31f)), 0, 1);

    private static float Hinge(Vector2 place) =>
        place.X > 60 ? 0 : Math.Clamp(11.5f - MathF.Abs(place.Y - 48), 0, 1) * Math.Clamp(place.X / 2, 0, 1);
}

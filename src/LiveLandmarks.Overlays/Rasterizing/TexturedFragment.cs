using System.Numerics;

namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>A picture with alpha over what is there; it fades where it dips into what hides it.</summary>
internal readonly struct TexturedFragment(
    float[] depth, Vector4[] colors, Texture texture, float level, Vector3 first, Vector3 second, Vector3 third) : IFragment
{
    // Centimeters over which it fades.
    private const float Fade = 0.4f;

    public void Take(int index, float nearness, float a, float b, float c)
    {
        var hidden = depth[index];
        // Behind the surface by this many centimeters; nothing is there where the buffer has 0.
        var behind = hidden > 0 ? 1 / nearness - 1 / hidden : -Fade;
        if (behind >= Fade / 2)
            return;
        // Each corner: place in the texture over depth, and one over depth.
        var place = a * first + b * second + c * third;
        var color = texture.Sample(new Vector2(place.X, place.Y) / place.Z, level) * Math.Clamp(0.5f - behind / Fade, 0, 1);
        colors[index] = color + (1 - color.W) * colors[index];
    }
}

using System.Numerics;

namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>Draws a picture with alpha over the existing colors. It fades out where it enters the surface that hides it.</summary>
internal readonly struct TexturedFragment(
    float[] depth, Vector4[] colors, Texture texture, float level, Vector3 first, Vector3 second, Vector3 third) : IFragment
{
    // Centimeters over which the picture fades out.
    private const float Fade = 0.4f;

    public void Take(int index, float nearness, float a, float b, float c)
    {
        var hidden = depth[index];
        // Centimeters behind the surface. A buffer value of 0 means that there is no surface.
        var behind = hidden > 0 ? 1 / nearness - 1 / hidden : -Fade;
        if (behind >= Fade / 2)
            return;
        // Each corner holds the place in the texture divided by depth, and one divided by depth.
        var place = a * first + b * second + c * third;
        var color = texture.Sample(new Vector2(place.X, place.Y) / place.Z, level) * Math.Clamp(0.5f - behind / Fade, 0, 1);
        colors[index] = color + (1 - color.W) * colors[index];
    }
}

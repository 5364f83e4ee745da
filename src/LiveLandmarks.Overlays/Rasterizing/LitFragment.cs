using System.Numerics;

namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>Draws an opaque surface; its lit colors are interpolated between the triangle's corners.</summary>
internal readonly struct LitFragment(float[] depth, Vector4[] colors, Vector4 first, Vector4 second, Vector4 third) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c)
    {
        if (nearness <= depth[index])
            return;
        depth[index] = nearness;
        colors[index] = a * first + b * second + c * third;
    }
}

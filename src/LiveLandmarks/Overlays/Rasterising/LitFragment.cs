using System.Numerics;

namespace LiveLandmarks.Overlays.Rasterising;

/// <summary>An opaque surface, its light known at the corners.</summary>
internal readonly struct LitFragment(float[] depth, Vector4[] colours, Vector4 first, Vector4 second, Vector4 third) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c)
    {
        if (nearness <= depth[index])
            return;
        depth[index] = nearness;
        colours[index] = a * first + b * second + c * third;
    }
}

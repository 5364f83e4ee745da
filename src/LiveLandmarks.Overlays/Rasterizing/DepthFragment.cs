namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>Writes only depth.</summary>
internal readonly struct DepthFragment(float[] depth) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c) => depth[index] = MathF.Max(depth[index], nearness);
}

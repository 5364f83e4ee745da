using LiveLandmarks.Overlays.Rasterizing;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Writes the nearest triangle of a pixel, and how near it is.</summary>
internal readonly struct NearestFragment(float[] depths, int[] triangles, int triangle) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c)
    {
        if (nearness > depths[index])
            (depths[index], triangles[index]) = (nearness, triangle);
    }
}

using System.Numerics;
using LiveLandmarks.Overlays.Rasterizing;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Finds the nearest triangle for every pixel of a picture. Owns its buffers; not thread-safe.</summary>
internal sealed class Rasterizer
{
    /// <summary>The number of a pixel without a triangle.</summary>
    public const int Nothing = -1;

    private float[] depths = [];
    private int[] triangles = [];

    /// <summary>Pixels in a row.</summary>
    public int Width { get; private set; }

    /// <summary>Number of rows.</summary>
    public int Height { get; private set; }

    /// <summary>How near the triangle of each pixel is; a higher value is nearer.</summary>
    public ReadOnlySpan<float> Depths => depths.AsSpan(0, Width * Height);

    /// <summary>The number of each pixel's triangle.</summary>
    public ReadOnlySpan<int> Triangles => triangles.AsSpan(0, Width * Height);

    /// <summary>Starts an empty picture.</summary>
    public void Clear(int width, int height)
    {
        (Width, Height) = (width, height);
        if (depths.Length < width * height)
            (depths, triangles) = (new float[width * height], new int[width * height]);
        depths.AsSpan(0, width * height).Fill(float.NegativeInfinity);
        triangles.AsSpan(0, width * height).Fill(Nothing);
    }

    /// <summary>Draws triangles.</summary>
    /// <param name="vertices">x and y in pixels; a higher z is nearer.</param>
    /// <param name="corners">Three vertices per triangle, counter-clockwise on the screen when seen from the front.</param>
    /// <param name="first">Number of the first triangle.</param>
    /// <param name="bothSides">Whether triangles seen from behind are drawn, too.</param>
    public void Draw(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> corners, int first, bool bothSides = false)
    {
        for (var i = 0; i < corners.Length; i += 3)
        {
            var (a, b, c) = (vertices[corners[i]], vertices[corners[i + 1]], vertices[corners[i + 2]]);
            var area = TriangleFill.Cross(b - a, c - a);
            // y grows downwards, so the front of a triangle has a negative area.
            if (area < 0 || bothSides)
                TriangleFill.Fill(a, b, c, Width, Height, new NearestFragment(depths, triangles, first + i / 3));
        }
    }
}

/// <summary>Writes the nearest triangle of a pixel, and how near it is.</summary>
internal readonly struct NearestFragment(float[] depths, int[] triangles, int triangle) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c)
    {
        if (nearness > depths[index])
            (depths[index], triangles[index]) = (nearness, triangle);
    }
}

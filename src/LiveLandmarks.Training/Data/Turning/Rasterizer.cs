using System.Numerics;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Finds for every pixel of a picture the nearest triangle. Owns its buffers; not thread-safe.</summary>
internal sealed class Rasterizer
{
    /// <summary>What a pixel without a triangle shows.</summary>
    public const int Nothing = -1;

    private float[] depths = [];
    private int[] triangles = [];

    /// <summary>Pixels in a row.</summary>
    public int Width { get; private set; }

    /// <summary>Rows.</summary>
    public int Height { get; private set; }

    /// <summary>For each pixel how near its triangle is, the higher the nearer.</summary>
    public ReadOnlySpan<float> Depths => depths.AsSpan(0, Width * Height);

    /// <summary>For each pixel the number of its triangle.</summary>
    public ReadOnlySpan<int> Triangles => triangles.AsSpan(0, Width * Height);

    /// <summary>Begins an empty picture.</summary>
    public void Clear(int width, int height)
    {
        (Width, Height) = (width, height);
        if (depths.Length < width * height)
            (depths, triangles) = (new float[width * height], new int[width * height]);
        depths.AsSpan(0, width * height).Fill(float.NegativeInfinity);
        triangles.AsSpan(0, width * height).Fill(Nothing);
    }

    /// <summary>Draws triangles.</summary>
    /// <param name="vertices">x and y in pixels, z the higher the nearer.</param>
    /// <param name="corners">Three vertices a triangle, counter-clockwise on the screen where the front is seen.</param>
    /// <param name="first">Number of the first triangle.</param>
    /// <param name="bothSides">Whether triangles seen from behind are drawn, too.</param>
    public void Draw(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> corners, int first, bool bothSides = false)
    {
        for (var i = 0; i < corners.Length; i += 3)
        {
            var (a, b, c) = (vertices[corners[i]], vertices[corners[i + 1]], vertices[corners[i + 2]]);
            var area = (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

            // y grows downwards, so the front of a triangle has a negative area.
            if (area < 0)
                Fill(a, b, c, 1 / area, first + i / 3);
            else if (bothSides && area > 0)
                Fill(a, c, b, -1 / area, first + i / 3);
        }
    }

    private void Fill(Vector3 a, Vector3 b, Vector3 c, float inverse, int number)
    {
        var left = Math.Max(0, (int)MathF.Ceiling(MathF.Min(a.X, MathF.Min(b.X, c.X))));
        var right = Math.Min(Width - 1, (int)MathF.Floor(MathF.Max(a.X, MathF.Max(b.X, c.X))));
        var top = Math.Max(0, (int)MathF.Ceiling(MathF.Min(a.Y, MathF.Min(b.Y, c.Y))));
        var bottom = Math.Min(Height - 1, (int)MathF.Floor(MathF.Max(a.Y, MathF.Max(b.Y, c.Y))));
        if (left > right || top > bottom)
            return;

        // Shares of b and c, and the depth, change evenly along a row.
        var (shareB, shareC) = ((c.Y - a.Y) * inverse, (a.Y - b.Y) * inverse);
        var (deeperB, deeperC) = (b.Z - a.Z, c.Z - a.Z);
        for (var y = top; y <= bottom; y++)
        {
            var (dx, dy) = (left - a.X, y - a.Y);
            var partB = (dx * (c.Y - a.Y) - dy * (c.X - a.X)) * inverse;
            var partC = (dy * (b.X - a.X) - dx * (b.Y - a.Y)) * inverse;
            var row = y * Width;
            for (var x = left; x <= right; x++, partB += shareB, partC += shareC)
            {
                if (partB < 0 || partC < 0 || partB + partC > 1)
                    continue;
                var depth = a.Z + partB * deeperB + partC * deeperC;
                if (depth > depths[row + x])
                    (depths[row + x], triangles[row + x]) = (depth, number);
            }
        }
    }
}

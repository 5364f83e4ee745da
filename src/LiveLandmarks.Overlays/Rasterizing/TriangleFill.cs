using System.Numerics;

namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>Finds the samples that a triangle covers.</summary>
public static class TriangleFill
{
    /// <summary>Passes each covered sample to a fragment.</summary>
    /// <param name="a">First corner: sample coordinates, and one divided by depth.</param>
    /// <param name="b">Second corner.</param>
    /// <param name="c">Third corner.</param>
    /// <param name="width">Samples per row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="fragment">Processes the samples.</param>
    public static void Fill<T>(Vector3 a, Vector3 b, Vector3 c, int width, int height, T fragment)
        where T : struct, IFragment
    {
        var area = Cross(b - a, c - a);
        if (!(MathF.Abs(area) > 1e-6f) || !float.IsFinite(area))
            return;
        var left = (int)MathF.Max(0, MathF.Ceiling(MathF.Min(a.X, MathF.Min(b.X, c.X))));
        var right = (int)MathF.Min(width - 1, MathF.Floor(MathF.Max(a.X, MathF.Max(b.X, c.X))));
        var top = (int)MathF.Max(0, MathF.Ceiling(MathF.Min(a.Y, MathF.Min(b.Y, c.Y))));
        var bottom = (int)MathF.Min(height - 1, MathF.Floor(MathF.Max(a.Y, MathF.Max(b.Y, c.Y))));
        // The weights of the corners change by a constant step from sample to sample.
        var (stepB, stepC) = (-(a.Y - c.Y) / area, -(b.Y - a.Y) / area);
        for (var y = top; y <= bottom; y++)
        {
            var from = new Vector3(left, y, 0);
            var shareB = Cross(a - c, from - c) / area;
            var shareC = Cross(b - a, from - a) / area;
            for (var x = left; x <= right; x++, shareB += stepB, shareC += stepC)
            {
                var shareA = 1 - shareB - shareC;
                if (shareA >= 0 && shareB >= 0 && shareC >= 0)
                    fragment.Take(y * width + x, shareA * a.Z + shareB * b.Z + shareC * c.Z, shareA, shareB, shareC);
            }
        }
    }

    /// <summary>Twice the area of the triangle between two vectors on the screen.</summary>
    public static float Cross(Vector3 a, Vector3 b) => a.X * b.Y - a.Y * b.X;
}

using System.Numerics;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>The pixels of a photograph, interpolated between their centers.</summary>
/// <param name="data">BGR, 8 bits.</param>
/// <param name="step">Bytes per row.</param>
/// <param name="columns">Pixels per row.</param>
/// <param name="rows">Number of rows.</param>
internal readonly unsafe struct PhotoPixels(byte* data, int step, int columns, int rows)
{
    /// <summary>The color at a place, by bilinear interpolation; beyond the edge, the color of the edge.</summary>
    /// <returns>Blue, green and red, 0 to 255.</returns>
    public Vector3 At(Vector2 place)
    {
        var (x, y) = (Math.Clamp(place.X, 0, columns - 1.001f), Math.Clamp(place.Y, 0, rows - 1.001f));
        var (left, top) = ((int)x, (int)y);
        var (dx, dy) = (x - left, y - top);
        var p = data + top * step + 3 * left;
        var q = p + step;
        var upper = Vector3.Lerp(new Vector3(p[0], p[1], p[2]), new Vector3(p[3], p[4], p[5]), dx);
        var lower = Vector3.Lerp(new Vector3(q[0], q[1], q[2]), new Vector3(q[3], q[4], q[5]), dx);
        return Vector3.Lerp(upper, lower, dy);
    }
}

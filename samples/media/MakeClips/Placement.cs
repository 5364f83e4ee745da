using OpenCvSharp;

namespace MakeClips;

/// <summary>
/// Where the portrait lies in a frame: its point (x, y) is at (A·x + B·y + C, D·x + E·y + F) in the frame. Pixel centers have whole
/// numbers in both.
/// </summary>
/// <param name="A">Factor of x in the horizontal coordinate.</param>
/// <param name="B">Factor of y in the horizontal coordinate.</param>
/// <param name="C">Shift to the right, pixels.</param>
/// <param name="D">Factor of x in the vertical coordinate.</param>
/// <param name="E">Factor of y in the vertical coordinate.</param>
/// <param name="F">Shift downwards, pixels.</param>
internal readonly record struct Placement(double A, double B, double C, double D, double E, double F)
{
    /// <summary>Scales and rotates the portrait about one of its points, and moves that point to a place in the frame.</summary>
    /// <param name="pivot">The point in the portrait.</param>
    /// <param name="goal">Its place in the frame.</param>
    /// <param name="scale">Factor by which lengths are multiplied.</param>
    /// <param name="roll">Angle in degrees, clockwise on the screen.</param>
    public static Placement Of(Point2d pivot, Point2d goal, double scale, double roll)
    {
        var (sin, cos) = Math.SinCos(roll * Math.PI / 180);
        var (a, d) = (scale * cos, scale * sin);
        return new Placement(a, -d, goal.X - a * pivot.X + d * pivot.Y, d, a, goal.Y - d * pivot.X - a * pivot.Y);
    }

    /// <summary>Maps a point of the portrait into the frame.</summary>
    /// <param name="p">The point.</param>
    public Point2d Apply(Point2d p) => new(A * p.X + B * p.Y + C, D * p.X + E * p.Y + F);

    /// <summary>The placement as the 2×3 matrix that OpenCV's warp functions take.</summary>
    public Mat ToMatrix()
    {
        var matrix = new Mat(2, 3, MatType.CV_64FC1);
        ReadOnlySpan<double> values = [A, B, C, D, E, F];
        for (var i = 0; i < values.Length; i++)
            matrix.Set(i / 3, i % 3, values[i]);
        return matrix;
    }
}

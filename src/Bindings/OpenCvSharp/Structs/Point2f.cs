using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A point in the plane, in single precision.</summary>
/// <param name="X">The horizontal position.</param>
/// <param name="Y">The vertical position.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point2f(float X, float Y)
{
    /// <summary>The horizontal position.</summary>
    public float X = X;

    /// <summary>The vertical position.</summary>
    public float Y = Y;

    /// <summary>Cuts off the fractions of the coordinates.</summary>
    public readonly Point ToPoint() => new((int)X, (int)Y);

    /// <summary>The sum, by coordinate.</summary>
    public static Point2f operator +(Point2f p1, Point2f p2) => p1.Add(p2);

    /// <summary>The difference, by coordinate.</summary>
    public static Point2f operator -(Point2f p1, Point2f p2) => p1.Subtract(p2);

    /// <summary>The point scaled about the origin.</summary>
    public static Point2f operator *(Point2f pt, double scale) => pt.Multiply(scale);

    /// <summary>The distance between two points.</summary>
    public static double Distance(Point2f p1, Point2f p2)
    {
        double dx = p2.X - p1.X;
        double dy = p2.Y - p1.Y;
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>The sum, by coordinate.</summary>
    public readonly Point2f Add(Point2f p) => new(X + p.X, Y + p.Y);

    /// <summary>The difference, by coordinate.</summary>
    public readonly Point2f Subtract(Point2f p) => new(X - p.X, Y - p.Y);

    /// <summary>The point scaled about the origin.</summary>
    public readonly Point2f Multiply(double scale) => new((float)(X * scale), (float)(Y * scale));

    /// <summary>The distance to another point.</summary>
    public readonly double DistanceTo(Point2f p) => Distance(this, p);
}

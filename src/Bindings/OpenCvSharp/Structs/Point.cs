using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A point at a whole pixel.</summary>
/// <param name="X">The horizontal position.</param>
/// <param name="Y">The vertical position.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point(int X, int Y)
{
    /// <summary>The horizontal position.</summary>
    public int X = X;

    /// <summary>The vertical position.</summary>
    public int Y = Y;

    /// <summary>Creates a point from coordinates whose fractions are cut off.</summary>
    public Point(double x, double y)
        : this((int)x, (int)y)
    {
    }

    /// <summary>The point itself.</summary>
    public static Point operator +(Point pt) => pt;

    /// <summary>The point mirrored about the origin.</summary>
    public static Point operator -(Point pt) => pt.Negate();

    /// <summary>The sum, by coordinate.</summary>
    public static Point operator +(Point p1, Point p2) => p1.Add(p2);

    /// <summary>The difference, by coordinate.</summary>
    public static Point operator -(Point p1, Point p2) => p1.Subtract(p2);

    /// <summary>The point scaled about the origin.</summary>
    public static Point operator *(Point pt, double scale) => pt.Multiply(scale);

    /// <summary>The distance between two points.</summary>
    public static double Distance(Point p1, Point p2)
    {
        double dx = p2.X - p1.X;
        double dy = p2.Y - p1.Y;
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>The dot product of two points taken as vectors.</summary>
    public static double DotProduct(Point p1, Point p2) => (p1.X * p2.X) + (p1.Y * p2.Y);

    /// <summary>The cross product of two points taken as vectors.</summary>
    public static double CrossProduct(Point p1, Point p2) => (p1.X * p2.Y) - (p2.X * p1.Y);

    /// <summary>The point itself.</summary>
    public readonly Point Plus() => this;

    /// <summary>The point mirrored about the origin.</summary>
    public readonly Point Negate() => new(-X, -Y);

    /// <summary>The sum, by coordinate.</summary>
    public readonly Point Add(Point p) => new(X + p.X, Y + p.Y);

    /// <summary>The difference, by coordinate.</summary>
    public readonly Point Subtract(Point p) => new(X - p.X, Y - p.Y);

    /// <summary>The point scaled about the origin.</summary>
    public readonly Point Multiply(double scale) => new(X * scale, Y * scale);

    /// <summary>The distance to another point.</summary>
    public readonly double DistanceTo(Point p) => Distance(this, p);

    /// <summary>The dot product with another point taken as a vector.</summary>
    public readonly double DotProduct(Point p) => DotProduct(this, p);

    /// <summary>The cross product with another point taken as a vector.</summary>
    public readonly double CrossProduct(Point p) => CrossProduct(this, p);
}

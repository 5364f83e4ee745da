using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A point in the plane, in double precision.</summary>
/// <param name="X">The horizontal position.</param>
/// <param name="Y">The vertical position.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point2d(double X, double Y)
{
    /// <summary>The horizontal position.</summary>
    public double X = X;

    /// <summary>The vertical position.</summary>
    public double Y = Y;

    /// <summary>Cuts off the fractions of the coordinates.</summary>
    public static explicit operator Point(Point2d self) => self.ToPoint();

    /// <summary>Widens the coordinates.</summary>
    public static implicit operator Point2d(Point point) => FromPoint(point);

    /// <summary>Widens the coordinates.</summary>
    public static Point2d FromPoint(Point point) => new(point.X, point.Y);

    /// <summary>Cuts off the fractions of the coordinates.</summary>
    public readonly Point ToPoint() => new((int)X, (int)Y);

    /// <summary>The point itself.</summary>
    public static Point2d operator +(Point2d pt) => pt;

    /// <summary>The point mirrored about the origin.</summary>
    public static Point2d operator -(Point2d pt) => pt.Negate();

    /// <summary>The sum, by coordinate.</summary>
    public static Point2d operator +(Point2d p1, Point2d p2) => p1.Add(p2);

    /// <summary>The difference, by coordinate.</summary>
    public static Point2d operator -(Point2d p1, Point2d p2) => p1.Subtract(p2);

    /// <summary>The point scaled about the origin.</summary>
    public static Point2d operator *(Point2d pt, double scale) => pt.Multiply(scale);

    /// <summary>The distance between two points.</summary>
    public static double Distance(Point2d p1, Point2d p2)
    {
        double dx = p2.X - p1.X;
        double dy = p2.Y - p1.Y;
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>The dot product of two points taken as vectors.</summary>
    public static double DotProduct(Point2d p1, Point2d p2) => (p1.X * p2.X) + (p1.Y * p2.Y);

    /// <summary>The cross product of two points taken as vectors.</summary>
    public static double CrossProduct(Point2d p1, Point2d p2) => (p1.X * p2.Y) - (p2.X * p1.Y);

    /// <summary>The point itself.</summary>
    public readonly Point2d Plus() => this;

    /// <summary>The point mirrored about the origin.</summary>
    public readonly Point2d Negate() => new(-X, -Y);

    /// <summary>The sum, by coordinate.</summary>
    public readonly Point2d Add(Point2d p) => new(X + p.X, Y + p.Y);

    /// <summary>The difference, by coordinate.</summary>
    public readonly Point2d Subtract(Point2d p) => new(X - p.X, Y - p.Y);

    /// <summary>The point scaled about the origin.</summary>
    public readonly Point2d Multiply(double scale) => new(X * scale, Y * scale);

    /// <summary>The distance to another point.</summary>
    public readonly double DistanceTo(Point2d p) => Distance(this, p);

    /// <summary>The dot product with another point taken as a vector.</summary>
    public readonly double DotProduct(Point2d p) => DotProduct(this, p);

    /// <summary>The cross product with another point taken as a vector.</summary>
    public readonly double CrossProduct(Point2d p) => CrossProduct(this, p);
}

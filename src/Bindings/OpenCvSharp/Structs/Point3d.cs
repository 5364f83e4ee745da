using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A point in space, in double precision.</summary>
/// <param name="X">The first coordinate.</param>
/// <param name="Y">The second coordinate.</param>
/// <param name="Z">The third coordinate.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point3d(double X, double Y, double Z)
{
    /// <summary>The first coordinate.</summary>
    public double X = X;

    /// <summary>The second coordinate.</summary>
    public double Y = Y;

    /// <summary>The third coordinate.</summary>
    public double Z = Z;

    /// <summary>The point itself.</summary>
    public static Point3d operator +(Point3d pt) => pt;

    /// <summary>The point mirrored about the origin.</summary>
    public static Point3d operator -(Point3d pt) => pt.Negate();

    /// <summary>The sum, by coordinate.</summary>
    public static Point3d operator +(Point3d p1, Point3d p2) => p1.Add(p2);

    /// <summary>The difference, by coordinate.</summary>
    public static Point3d operator -(Point3d p1, Point3d p2) => p1.Subtract(p2);

    /// <summary>The point scaled about the origin.</summary>
    public static Point3d operator *(Point3d pt, double scale) => pt.Multiply(scale);

    /// <summary>The point itself.</summary>
    public readonly Point3d Plus() => this;

    /// <summary>The point mirrored about the origin.</summary>
    public readonly Point3d Negate() => new(-X, -Y, -Z);

    /// <summary>The sum, by coordinate.</summary>
    public readonly Point3d Add(Point3d p) => new(X + p.X, Y + p.Y, Z + p.Z);

    /// <summary>The difference, by coordinate.</summary>
    public readonly Point3d Subtract(Point3d p) => new(X - p.X, Y - p.Y, Z - p.Z);

    /// <summary>The point scaled about the origin.</summary>
    public readonly Point3d Multiply(double scale) => new(X * scale, Y * scale, Z * scale);
}

using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A point in space, in single precision.</summary>
/// <param name="X">The first coordinate.</param>
/// <param name="Y">The second coordinate.</param>
/// <param name="Z">The third coordinate.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point3f(float X, float Y, float Z)
{
    /// <summary>The first coordinate.</summary>
    public float X = X;

    /// <summary>The second coordinate.</summary>
    public float Y = Y;

    /// <summary>The third coordinate.</summary>
    public float Z = Z;

    /// <summary>The sum, by coordinate.</summary>
    public static Point3f operator +(Point3f p1, Point3f p2) => p1.Add(p2);

    /// <summary>The difference, by coordinate.</summary>
    public static Point3f operator -(Point3f p1, Point3f p2) => p1.Subtract(p2);

    /// <summary>The point scaled about the origin.</summary>
    public static Point3f operator *(Point3f pt, double scale) => pt.Multiply(scale);

    /// <summary>The sum, by coordinate.</summary>
    public readonly Point3f Add(Point3f p) => new(X + p.X, Y + p.Y, Z + p.Z);

    /// <summary>The difference, by coordinate.</summary>
    public readonly Point3f Subtract(Point3f p) => new(X - p.X, Y - p.Y, Z - p.Z);

    /// <summary>The point scaled about the origin.</summary>
    public readonly Point3f Multiply(double scale) => new((float)(X * scale), (float)(Y * scale), (float)(Z * scale));
}

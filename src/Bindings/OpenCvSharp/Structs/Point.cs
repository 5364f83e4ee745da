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

    /// <summary>The sum, by coordinate.</summary>
    public static Point operator +(Point p1, Point p2) => p1.Add(p2);

    /// <summary>The difference, by coordinate.</summary>
    public static Point operator -(Point p1, Point p2) => p1.Subtract(p2);

    /// <summary>The sum, by coordinate.</summary>
    public readonly Point Add(Point p) => new(X + p.X, Y + p.Y);

    /// <summary>The difference, by coordinate.</summary>
    public readonly Point Subtract(Point p) => new(X - p.X, Y - p.Y);
}

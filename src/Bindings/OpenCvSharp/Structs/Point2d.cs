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
}

using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A width and a height in pixels.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Size(int Width, int Height)
{
    /// <summary>The width.</summary>
    public int Width = Width;

    /// <summary>The height.</summary>
    public int Height = Height;
}

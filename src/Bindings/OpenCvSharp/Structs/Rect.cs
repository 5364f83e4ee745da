using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A rectangle of whole pixels; its right and bottom edges lie just outside it.</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The top edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
[StructLayout(LayoutKind.Sequential)]
public partial record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>The left edge.</summary>
    public int X = X;

    /// <summary>The top edge.</summary>
    public int Y = Y;

    /// <summary>The width.</summary>
    public int Width = Width;

    /// <summary>The height.</summary>
    public int Height = Height;

    /// <summary>The top edge.</summary>
    public int Top
    {
        readonly get => Y;
        set => Y = value;
    }

    /// <summary>The first row below the rectangle.</summary>
    public readonly int Bottom => Y + Height;

    /// <summary>The left edge.</summary>
    public int Left
    {
        readonly get => X;
        set => X = value;
    }

    /// <summary>The first column right of the rectangle.</summary>
    public readonly int Right => X + Width;

    /// <summary>The top left corner.</summary>
    public Point Location
    {
        readonly get => new(X, Y);
        set => (X, Y) = value;
    }

    /// <summary>The width and height.</summary>
    public Size Size
    {
        readonly get => new(Width, Height);
        set => (Width, Height) = value;
    }

    /// <summary>The top left corner.</summary>
    public readonly Point TopLeft => new(X, Y);

    /// <summary>The corner just outside, at the right and bottom edges.</summary>
    public readonly Point BottomRight => new(Right, Bottom);
}

namespace OpenCvSharp;

/// <content>Moving, resizing and combining.</content>
public partial record struct Rect
{
    /// <summary>The part two rectangles share.</summary>
    public static Rect operator &(Rect a, Rect b) => Intersect(a, b);

    /// <summary>The smallest rectangle around two.</summary>
    public static Rect operator |(Rect a, Rect b) => Union(a, b);

    /// <summary>The part two rectangles share; empty if they do not meet.</summary>
    public static Rect Intersect(Rect a, Rect b)
    {
        var left = Math.Max(a.X, b.X);
        var top = Math.Max(a.Y, b.Y);
        var right = Math.Min(a.Right, b.Right);
        var bottom = Math.Min(a.Bottom, b.Bottom);
        return right < left || bottom < top ? default : new Rect(left, top, right - left, bottom - top);
    }

    /// <summary>The smallest rectangle around two.</summary>
    public static Rect Union(Rect a, Rect b)
    {
        var left = Math.Min(a.X, b.X);
        var top = Math.Min(a.Y, b.Y);
        return new Rect(left, top, Math.Max(a.Right, b.Right) - left, Math.Max(a.Bottom, b.Bottom) - top);
    }

    /// <summary>Whether a pixel lies inside.</summary>
    public readonly bool Contains(int x, int y) => x >= X && y >= Y && x < Right && y < Bottom;

    /// <summary>The part shared with another rectangle.</summary>
    public readonly Rect Intersect(Rect rect) => Intersect(this, rect);
}

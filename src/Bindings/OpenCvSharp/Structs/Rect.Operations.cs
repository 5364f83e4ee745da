namespace OpenCvSharp;

/// <content>Moving, resizing and combining.</content>
public partial record struct Rect
{
    /// <summary>The rectangle moved.</summary>
    public static Rect operator +(Rect rect, Point pt) => rect.Add(pt);

    /// <summary>The rectangle moved back.</summary>
    public static Rect operator -(Rect rect, Point pt) => rect.Subtract(pt);

    /// <summary>The rectangle made larger, its top left corner kept.</summary>
    public static Rect operator +(Rect rect, Size size) => rect.Add(size);

    /// <summary>The rectangle made smaller, its top left corner kept.</summary>
    public static Rect operator -(Rect rect, Size size) => rect.Subtract(size);

    /// <summary>The part two rectangles share.</summary>
    public static Rect operator &(Rect a, Rect b) => Intersect(a, b);

    /// <summary>The smallest rectangle around two.</summary>
    public static Rect operator |(Rect a, Rect b) => Union(a, b);

    /// <summary>The rectangle with its edges moved outwards.</summary>
    public static Rect Inflate(Rect rect, int x, int y)
    {
        rect.Inflate(x, y);
        return rect;
    }

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

    /// <summary>The rectangle moved.</summary>
    public readonly Rect Add(Point pt) => new(X + pt.X, Y + pt.Y, Width, Height);

    /// <summary>The rectangle moved back.</summary>
    public readonly Rect Subtract(Point pt) => new(X - pt.X, Y - pt.Y, Width, Height);

    /// <summary>The rectangle made larger, its top left corner kept.</summary>
    public readonly Rect Add(Size size) => new(X, Y, Width + size.Width, Height + size.Height);

    /// <summary>The rectangle made smaller, its top left corner kept.</summary>
    public readonly Rect Subtract(Size size) => new(X, Y, Width - size.Width, Height - size.Height);

    /// <summary>Whether a pixel lies inside.</summary>
    public readonly bool Contains(int x, int y) => x >= X && y >= Y && x < Right && y < Bottom;

    /// <summary>Whether a pixel lies inside.</summary>
    public readonly bool Contains(Point pt) => Contains(pt.X, pt.Y);

    /// <summary>Whether a whole rectangle lies inside.</summary>
    public readonly bool Contains(Rect rect) =>
        rect.X >= X && rect.Y >= Y && rect.Right <= Right && rect.Bottom <= Bottom;

    /// <summary>Moves the edges outwards.</summary>
    public void Inflate(int width, int height)
    {
        X -= width;
        Y -= height;
        Width += 2 * width;
        Height += 2 * height;
    }

    /// <summary>Moves the edges outwards.</summary>
    public void Inflate(Size size) => Inflate(size.Width, size.Height);

    /// <summary>The part shared with another rectangle.</summary>
    public readonly Rect Intersect(Rect rect) => Intersect(this, rect);

    /// <summary>Whether some pixel lies in both rectangles.</summary>
    public readonly bool IntersectsWith(Rect rect) =>
        X < rect.Right && rect.X < Right && Y < rect.Bottom && rect.Y < Bottom;

    /// <summary>The smallest rectangle around this and another.</summary>
    public readonly Rect Union(Rect rect) => Union(this, rect);
}

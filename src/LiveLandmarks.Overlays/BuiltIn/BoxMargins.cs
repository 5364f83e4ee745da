namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Enlarges, shifts and joins boxes.</summary>
internal static class BoxMargins
{
    /// <summary>Longer side in pixels.</summary>
    public static float Size(this FaceBox box) => MathF.Max(box.Width, box.Height);

    /// <summary>The box enlarged on every side.</summary>
    /// <param name="box">The box.</param>
    /// <param name="share">Growth as a share of the longer side.</param>
    public static FaceBox Grow(this FaceBox box, float share)
    {
        var growth = share * box.Size();
        return box with { X = box.X - growth, Y = box.Y - growth, Width = box.Width + 2 * growth, Height = box.Height + 2 * growth };
    }

    /// <summary>The smallest box that contains both, with the score of the first.</summary>
    public static FaceBox Join(this FaceBox box, FaceBox other)
    {
        var (left, top) = (MathF.Min(box.X, other.X), MathF.Min(box.Y, other.Y));
        var right = MathF.Max(box.X + box.Width, other.X + other.Width);
        var bottom = MathF.Max(box.Y + box.Height, other.Y + other.Height);
        return box with { X = left, Y = top, Width = right - left, Height = bottom - top };
    }

    /// <summary>The box moved just far enough that its center is in the picture.</summary>
    public static FaceBox Inside(this FaceBox box, int width, int height) => box with
    {
        X = Math.Clamp(box.CenterX, 0, width) - box.Width / 2,
        Y = Math.Clamp(box.CenterY, 0, height) - box.Height / 2,
    };

    /// <summary>Whether one of the boxes, slightly enlarged, contains most of a box.</summary>
    public static bool IsHeldBy(this FaceBox box, IEnumerable<FaceBox> boxes) =>
        boxes.Any(other => box.ShareInside(other.Grow(0.25f)) > 0.8f);
}

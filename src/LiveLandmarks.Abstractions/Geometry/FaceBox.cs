namespace LiveLandmarks;

/// <summary>An axis-parallel rectangle around a face, in image pixels.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width, at least 0.</param>
/// <param name="Height">Height, at least 0.</param>
/// <param name="Score">Confidence of the detector that found the face, 0 to 1.</param>
public readonly record struct FaceBox(float X, float Y, float Width, float Height, float Score = 1)
{
    /// <summary>Horizontal center in pixels.</summary>
    public float CenterX => X + Width / 2;

    /// <summary>Vertical center in pixels.</summary>
    public float CenterY => Y + Height / 2;

    private float Area => Width * Height;

    /// <summary>The smallest box that holds all points; its score is their mean confidence.</summary>
    /// <param name="points">At least one landmark, image pixels.</param>
    /// <exception cref="ArgumentException">There are no points.</exception>
    public static FaceBox Around(ReadOnlySpan<Landmark> points)
    {
        if (points.IsEmpty)
            throw new ArgumentException("A box needs at least one point.", nameof(points));

        var (left, top, right, bottom) = (points[0].X, points[0].Y, points[0].X, points[0].Y);
        var confidence = 0f;
        foreach (var point in points)
        {
            left = MathF.Min(left, point.X);
            right = MathF.Max(right, point.X);
            top = MathF.Min(top, point.Y);
            bottom = MathF.Max(bottom, point.Y);
            confidence += point.Confidence;
        }
        return new FaceBox(left, top, right - left, bottom - top, confidence / points.Length);
    }

    /// <summary>Intersection over union with another box, 0 to 1.</summary>
    /// <param name="other">The other box.</param>
    public float IntersectionOverUnion(FaceBox other) => Shared(other) is > 0 and var shared ? shared / (Area + other.Area - shared) : 0;

    /// <summary>The share of this box that lies inside another, 0 to 1; 0 for a box without area.</summary>
    /// <param name="other">The other box.</param>
    public float ShareInside(FaceBox other) => Shared(other) is > 0 and var shared ? shared / Area : 0;

    /// <summary>Area of the overlap of the two boxes.</summary>
    private float Shared(FaceBox other)
    {
        var width = MathF.Min(X + Width, other.X + other.Width) - MathF.Max(X, other.X);
        var height = MathF.Min(Y + Height, other.Y + other.Height) - MathF.Max(Y, other.Y);
        return MathF.Max(0, width) * MathF.Max(0, height);
    }
}

namespace LiveLandmarks;

/// <summary>
/// The square of the image that the network sees, and the transform between the two. Without roll:
/// crop pixel = size / <see cref="Side"/> · (image pixel − center) + size / 2.
/// </summary>
/// <param name="CenterX">Horizontal center in image pixels.</param>
/// <param name="CenterY">Vertical center in image pixels.</param>
/// <param name="Side">Side of the square in image pixels, above 0.</param>
/// <param name="Angle">Roll of the square in radians, from x towards y (clockwise on the screen).</param>
public readonly record struct FaceCrop(float CenterX, float CenterY, float Side, float Angle = 0)
{
    /// <summary>The level crop around known landmarks: centered on their bounding box, its side a multiple of the box's longer
    /// side.</summary>
    /// <param name="points">Landmarks in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromLandmarks(ReadOnlySpan<Landmark> points, CropRule rule)
    {
        var box = FaceBox.Around(points);
        return new FaceCrop(box.CenterX, box.CenterY, SideFor(box, rule));
    }

    /// <summary>The crop around known landmarks, rolled with the face so that the network sees the eyes level.</summary>
    /// <param name="face">Landmarks in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop Upright(FaceLandmarks face, CropRule rule)
    {
        var angle = face.Roll;
        var level = new Similarity(MathF.Cos(angle), -MathF.Sin(angle), 0, 0);
        Span<Landmark> leveled = stackalloc Landmark[face.Points.Length];
        for (var i = 0; i < leveled.Length; i++)
            leveled[i] = level.Apply(face.Points[i]);
        var box = FaceBox.Around(leveled);
        var center = level.Inverse().Apply(new Landmark(box.CenterX, box.CenterY, 1));
        return new FaceCrop(center.X, center.Y, SideFor(box, rule), angle);
    }

    /// <summary>The crop around a detector's box.</summary>
    /// <param name="box">The box in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromBox(FaceBox box, CropRule rule) => new(
        box.CenterX,
        box.Y + rule.BoxCenterY * box.Height,
        MathF.Max(1, rule.BoxFactor * (box.Width + box.Height) / 2));

    /// <summary>The crop around the box of a face that may be rolled; the crop rolls with the face.</summary>
    /// <param name="box">Box and roll of the face.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromBox(RolledBox box, CropRule rule)
    {
        var level = FromBox(box.Box, rule);
        var (sine, cosine) = MathF.SinCos(box.Roll);
        var (right, down) = (level.CenterX - box.Box.CenterX, level.CenterY - box.Box.CenterY);
        return box.Roll == 0 ? level : level with
        {
            CenterX = box.Box.CenterX + cosine * right - sine * down,
            CenterY = box.Box.CenterY + sine * right + cosine * down,
            Angle = box.Roll,
        };
    }

    /// <summary>The level square with the crop's center and side, in image pixels.</summary>
    public FaceBox ToBox() => new(CenterX - Side / 2, CenterY - Side / 2, Side, Side);

    /// <summary>The transform from crop pixels to image pixels.</summary>
    /// <param name="size">Side of the network's input in pixels.</param>
    public Similarity ToImage(int size)
    {
        var (sine, cosine) = MathF.SinCos(Angle);
        var (a, b) = (Side / size * cosine, Side / size * sine);
        var half = size / 2f;
        return new Similarity(a, b, CenterX - a * half + b * half, CenterY - b * half - a * half);
    }

    private static float SideFor(FaceBox box, CropRule rule) => MathF.Max(1, rule.LandmarkFactor * MathF.Max(box.Width, box.Height));
}

using LiveLandmarks.Detection;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;

namespace LiveLandmarks.Geometry;

/// <summary>
/// The square of the image that the network sees, and the transform between the two. Level, that is:
/// crop pixel = size / <see cref="Side"/> · (image pixel − centre) + size / 2.
/// </summary>
/// <param name="CentreX">Horizontal centre in image pixels.</param>
/// <param name="CentreY">Vertical centre in image pixels.</param>
/// <param name="Side">Side of the square in image pixels, above 0.</param>
/// <param name="Angle">Roll of the square in radians, from x towards y (clockwise on the screen).</param>
public readonly record struct FaceCrop(float CentreX, float CentreY, float Side, float Angle = 0)
{
    /// <summary>The level crop around known landmarks: centre of their bounding box, side a multiple of its longer side.</summary>
    /// <param name="points">Landmarks in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromLandmarks(ReadOnlySpan<Landmark> points, CropRule rule)
    {
        var box = FaceBox.Around(points);
        return new FaceCrop(box.CentreX, box.CentreY, SideFor(box, rule));
    }

    /// <summary>The crop around known landmarks that rolls with the face, so that the network sees the eyes level.</summary>
    /// <param name="face">Landmarks in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop Upright(FaceLandmarks face, CropRule rule)
    {
        var angle = face.Roll;
        var level = new Similarity(MathF.Cos(angle), -MathF.Sin(angle), 0, 0);
        Span<Landmark> levelled = stackalloc Landmark[face.Points.Length];
        for (var i = 0; i < levelled.Length; i++)
            levelled[i] = level.Apply(face.Points[i]);
        var box = FaceBox.Around(levelled);
        var centre = level.Inverse().Apply(new Landmark(box.CentreX, box.CentreY, 1));
        return new FaceCrop(centre.X, centre.Y, SideFor(box, rule), angle);
    }

    /// <summary>The crop around a detector's box.</summary>
    /// <param name="box">The box in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromBox(FaceBox box, CropRule rule) => new(
        box.CentreX,
        box.Y + rule.BoxCentreY * box.Height,
        MathF.Max(1, rule.BoxFactor * (box.Width + box.Height) / 2));

    /// <summary>The crop around the box of a face that may be rolled: upright for the face.</summary>
    /// <param name="box">Box and roll.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromBox(RolledBox box, CropRule rule)
    {
        var level = FromBox(box.Box, rule);
        var (sine, cosine) = MathF.SinCos(box.Roll);
        var (right, down) = (level.CentreX - box.Box.CentreX, level.CentreY - box.Box.CentreY);
        return box.Roll == 0 ? level : level with
        {
            CentreX = box.Box.CentreX + cosine * right - sine * down,
            CentreY = box.Box.CentreY + sine * right + cosine * down,
            Angle = box.Roll,
        };
    }

    /// <summary>The level square of the crop's centre and side, in image pixels.</summary>
    public FaceBox ToBox() => new(CentreX - Side / 2, CentreY - Side / 2, Side, Side);

    /// <summary>The transform from crop pixels to image pixels.</summary>
    /// <param name="size">Side of the network's input in pixels.</param>
    public Similarity ToImage(int size)
    {
        var (sine, cosine) = MathF.SinCos(Angle);
        var (a, b) = (Side / size * cosine, Side / size * sine);
        var half = size / 2f;
        return new Similarity(a, b, CentreX - a * half + b * half, CentreY - b * half - a * half);
    }

    private static float SideFor(FaceBox box, CropRule rule) => MathF.Max(1, rule.LandmarkFactor * MathF.Max(box.Width, box.Height));
}

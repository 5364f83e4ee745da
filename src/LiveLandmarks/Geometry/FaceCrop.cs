using LiveLandmarks.Models;

namespace LiveLandmarks.Geometry;

/// <summary>
/// The square of the image that the network sees, and the transform between the two:
/// crop pixel = size / <see cref="Side"/> · (image pixel − centre) + size / 2.
/// </summary>
/// <param name="CentreX">Horizontal centre in image pixels.</param>
/// <param name="CentreY">Vertical centre in image pixels.</param>
/// <param name="Side">Side of the square in image pixels, above 0.</param>
public readonly record struct FaceCrop(float CentreX, float CentreY, float Side)
{
    /// <summary>The crop around known landmarks: centre of their bounding box, side a multiple of its longer side.</summary>
    /// <param name="points">Landmarks in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromLandmarks(ReadOnlySpan<Landmark> points, CropRule rule)
    {
        var box = FaceBox.Around(points);
        return new FaceCrop(box.CentreX, box.CentreY, MathF.Max(1, rule.LandmarkFactor * MathF.Max(box.Width, box.Height)));
    }

    /// <summary>The crop around a detector's box.</summary>
    /// <param name="box">The box in image pixels.</param>
    /// <param name="rule">The proportions that the network was trained with.</param>
    public static FaceCrop FromBox(FaceBox box, CropRule rule) => new(
        box.CentreX,
        box.Y + rule.BoxCentreY * box.Height,
        MathF.Max(1, rule.BoxFactor * (box.Width + box.Height) / 2));

    /// <summary>The crop's square as a box in image pixels.</summary>
    public FaceBox ToBox() => new(CentreX - Side / 2, CentreY - Side / 2, Side, Side);

    /// <summary>The transform from crop pixels to image pixels.</summary>
    /// <param name="size">Side of the network's input in pixels.</param>
    public Similarity ToImage(int size)
    {
        var scale = Side / size;
        return new Similarity(scale, 0, CentreX - scale * size / 2, CentreY - scale * size / 2);
    }
}

namespace LiveLandmarks.Training.Data;

/// <summary>A picture as the loader keeps it.</summary>
/// <param name="Bytes">An encoded picture.</param>
/// <param name="Scale">Stored pixels per image pixel.</param>
/// <param name="Tx">X of the image's pixel (0, 0) in the stored picture, in pixels.</param>
/// <param name="Ty">Y of the image's pixel (0, 0) in the stored picture, in pixels.</param>
internal sealed record StoredPicture(byte[] Bytes, float Scale = 1, float Tx = 0, float Ty = 0)
{
    /// <summary>The same square in pixels of the stored picture.</summary>
    public FaceCrop Of(FaceCrop crop) => new(Scale * crop.CenterX + Tx, Scale * crop.CenterY + Ty, Scale * crop.Side, crop.Angle);

    /// <summary>Landmarks in pixels of the stored picture.</summary>
    public Landmark[] Of(Landmark[] points) =>
        Array.ConvertAll(points, point => point with { X = Scale * point.X + Tx, Y = Scale * point.Y + Ty });

    /// <summary>Landmarks of the stored picture in image pixels; the reverse of <see cref="Of(Landmark[])"/>.</summary>
    public Landmark[] ToImage(Landmark[] points) =>
        Array.ConvertAll(points, point => point with { X = (point.X - Tx) / Scale, Y = (point.Y - Ty) / Scale });
}

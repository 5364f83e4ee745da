namespace LiveLandmarks.Training.Data;

/// <summary>Where a sample's square lies in its picture, and whether it is shown mirrored.</summary>
/// <param name="Crop">The square in image pixels.</param>
/// <param name="Mirrored">Whether crop pixel u shows what would be at size − 1 − u.</param>
public readonly record struct CropPlacement(FaceCrop Crop, bool Mirrored)
{
    private const float AmountSize = 256;

    /// <summary>Draws a placement around a face.</summary>
    /// <param name="face">The face.</param>
    /// <param name="rule">The proportions that the network is trained with.</param>
    /// <param name="size">Side of the network's input in pixels.</param>
    /// <param name="augmentation">The random changes of the placement.</param>
    /// <param name="random">The sample's random numbers.</param>
    internal static CropPlacement Draw(AnnotatedFace face, CropRule rule, int size, Augmentation augmentation, SampleRandom random)
    {
        var fromBox = random.Happens(augmentation.BoxCropChance);
        var start = fromBox && face.Box is { } box ? FaceCrop.FromBox(box, rule)
            : augmentation.Level ? FaceCrop.Upright(new FaceLandmarks(face.Scheme, [.. face.Points]), rule)
            : FaceCrop.FromLandmarks(face.Points, rule);
        var mirrored = random.Happens(augmentation.MirrorChance);
        var placement = new CropPlacement(Stray(start, augmentation, random), mirrored);
        for (var i = 0; i < augmentation.Redraws && !placement.Holds(face.Points, size); i++)
            placement = new CropPlacement(Stray(start, augmentation, random), mirrored);
        return placement;
    }

    /// <summary>Maps the face's landmarks into the crop; in a mirrored crop, left and right are exchanged.</summary>
    /// <param name="face">The face.</param>
    /// <param name="size">Side of the network's input in pixels.</param>
    /// <returns>One landmark per scheme entry, crop pixels.</returns>
    public Landmark[] ToCrop(AnnotatedFace face, int size)
    {
        var toCrop = Crop.ToImage(size).Inverse();
        var points = new Landmark[face.Points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var point = toCrop.Apply(face.Points[Mirrored ? face.Scheme.Mirror[i] : i]);
            points[i] = Mirrored ? point with { X = size - 1 - point.X } : point;
        }
        return points;
    }

    /// <summary>Maps landmarks that were found in the crop back into the picture; the reverse of <see cref="ToCrop"/>.</summary>
    /// <param name="points">One landmark per scheme entry, crop pixels.</param>
    /// <param name="scheme">The scheme of the landmarks.</param>
    /// <param name="size">Side of the network's input in pixels.</param>
    /// <returns>The same landmarks in image pixels.</returns>
    public Landmark[] ToImage(ReadOnlySpan<Landmark> points, LandmarkScheme scheme, int size)
    {
        var toImage = Crop.ToImage(size);
        var found = new Landmark[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var point = points[Mirrored ? scheme.Mirror[i] : i];
            found[i] = toImage.Apply(Mirrored ? point with { X = size - 1 - point.X } : point);
        }
        return found;
    }

    private static FaceCrop Stray(FaceCrop start, Augmentation augmentation, SampleRandom random)
    {
        var angle = start.Angle + Draw(augmentation.Rotation, random) * MathF.PI / 180;
        var side = start.Side / MathF.Max(0.1f, 1 + Draw(augmentation.Scale, random));
        var moves = random.Happens(augmentation.Translation.Chance);
        var (dx, dy) = (random.Around(augmentation.Translation.Amount), random.Around(augmentation.Translation.Amount));
        return moves
            ? new FaceCrop(start.CenterX + dx * side / AmountSize, start.CenterY + dy * side / AmountSize, side, angle)
            : new FaceCrop(start.CenterX, start.CenterY, side, angle);
    }

    private static float Draw(Strength dose, SampleRandom random)
    {
        var happens = random.Happens(dose.Chance);
        var amount = random.Around(dose.Amount);
        return happens ? amount : 0;
    }

    private bool Holds(ReadOnlySpan<Landmark> points, int size)
    {
        var toCrop = Crop.ToImage(size).Inverse();
        foreach (var point in points)
        {
            var (x, y, _) = toCrop.Apply(point);
            if (x < 0 || y < 0 || x > size - 1 || y > size - 1)
                return false;
        }
        return true;
    }
}

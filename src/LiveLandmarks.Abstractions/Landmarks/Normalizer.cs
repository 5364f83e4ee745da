namespace LiveLandmarks;

/// <summary>The length by which NME divides distances, so that faces of all sizes count equally.</summary>
public sealed record Normalizer
{
    private Normalizer(string name, (int Right, int Left)? landmarks) => (Name, Landmarks) = (name, landmarks);

    /// <summary>The side of the face's box: the square root of width times height.</summary>
    public static Normalizer Box { get; } = new("box", null);

    /// <summary>Name as tables spell it: <c>inter-ocular</c>, <c>inter-pupil</c> or <c>box</c>.</summary>
    public string Name { get; }

    /// <summary>The two landmarks whose distance is the length; null for the box.</summary>
    public (int Right, int Left)? Landmarks { get; }

    /// <summary>A normalizer that uses the distance between two landmarks.</summary>
    /// <param name="name">Name as tables spell it.</param>
    /// <param name="right">Index of the landmark on the person's right.</param>
    /// <param name="left">Index of the landmark on the person's left.</param>
    public static Normalizer Between(string name, int right, int left) => new(name, (right, left));

    /// <summary>The length to divide by, in the unit of the points.</summary>
    /// <param name="truth">The annotated landmarks of one face.</param>
    /// <param name="box">The annotated box. If it is needed but missing, the bounding box of the landmarks is used.</param>
    public float Of(ReadOnlySpan<Landmark> truth, FaceBox? box = null)
    {
        if (Landmarks is var (right, left))
            return truth[right].DistanceTo(truth[left]);
        var around = box ?? FaceBox.Around(truth);
        return MathF.Sqrt(around.Width * around.Height);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

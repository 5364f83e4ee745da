namespace LiveLandmarks.Landmarks;

/// <summary>
/// From the landmarks of one scheme to those of another: each is one of the first scheme's, or an average of those that it lies between.
/// Known between <see cref="LandmarkScheme.Wflw98"/>, <see cref="LandmarkScheme.Ibug68"/> and <see cref="LandmarkScheme.OpenSeeFace66"/>;
/// docs/guides/outputs.md has the tables. Towards more points some are guesses: the lower edge of the brows and the pupils are not among
/// the 68.
/// </summary>
public sealed partial class LandmarkMap
{
    private static readonly Dictionary<(LandmarkScheme, LandmarkScheme), LandmarkMap> Known = AllMaps();

    private readonly LandmarkShare[][] sources;

    private LandmarkMap(LandmarkScheme from, LandmarkScheme to, LandmarkShare[][] sources)
    {
        (From, To, this.sources) = (from, to, sources);
    }

    /// <summary>The scheme of the landmarks that are given.</summary>
    public LandmarkScheme From { get; }

    /// <summary>The scheme of the landmarks that are wanted.</summary>
    public LandmarkScheme To { get; }

    /// <summary>For each landmark of <see cref="To"/>, the landmarks of <see cref="From"/> that it is the weighted mean of.</summary>
    public IReadOnlyList<IReadOnlyList<LandmarkShare>> Sources => sources;

    /// <summary>The map between two schemes; the same object every time. From a scheme to itself nothing changes.</summary>
    /// <param name="from">The scheme of the landmarks that are given.</param>
    /// <param name="to">The scheme of the landmarks that are wanted.</param>
    /// <exception cref="LandmarkMapException">There is none: too few of the points of COFW and AFLW trace what the others do.</exception>
    public static LandmarkMap Between(LandmarkScheme from, LandmarkScheme to) =>
        Known.GetValueOrDefault((from, to)) ?? throw new LandmarkMapException(
        $"{from}: there is no map from its {from.Count} landmarks to the {to.Count} of {to}; use a model of 68 or 98 landmarks.");

    /// <summary>Maps a face.</summary>
    /// <param name="face">Landmarks of <see cref="From"/>, in any unit.</param>
    /// <returns>A face of <see cref="To"/>, in the same unit.</returns>
    /// <exception cref="ArgumentException">The face is of another scheme.</exception>
    public FaceLandmarks Apply(FaceLandmarks face)
    {
        if (face.Scheme != From)
            throw new ArgumentException($"This map is from {From}, not from {face.Scheme}.", nameof(face));
        var points = new Landmark[To.Count];
        Apply(face.Points, points);
        return new FaceLandmarks(To, points);
    }

    /// <summary>Maps landmarks into a place of the caller's.</summary>
    /// <param name="from">Landmarks of <see cref="From"/>, in any unit.</param>
    /// <param name="to">Becomes landmarks of <see cref="To"/>; confidences are averaged like places.</param>
    /// <exception cref="ArgumentException">A length is not that of its scheme.</exception>
    public void Apply(ReadOnlySpan<Landmark> from, Span<Landmark> to)
    {
        if (from.Length != From.Count || to.Length != To.Count)
            throw new ArgumentException(
                $"This map takes {From.Count} landmarks to {To.Count}, not {from.Length} to {to.Length}.", nameof(to));
        for (var i = 0; i < to.Length; i++)
        {
            float x = 0, y = 0, confidence = 0;
            foreach (var (index, weight) in sources[i])
            {
                x += weight * from[index].X;
                y += weight * from[index].Y;
                confidence += weight * from[index].Confidence;
            }
            to[i] = new Landmark(x, y, confidence);
        }
    }
}

using System.Runtime.InteropServices;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Converts the landmarks of one scheme to those of another: each is a landmark of the first scheme, or an average of those that it lies
/// between. Maps exist between <see cref="LandmarkScheme.Wflw98"/>, <see cref="LandmarkScheme.Ibug68"/> and
/// <see cref="LandmarkScheme.OpenSeeFace66"/>; docs/guides/outputs.md has the tables. Maps to more points guess some of them: the lower
/// edges of the brows and the pupils are not among the 68.
/// </summary>
/// <example>
/// <code>
/// using LiveLandmarks;
/// using LiveLandmarks.Landmarks;
///
/// var map = LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66);
/// foreach (var face in FaceLandmarker.Detect("me.jpg"))
///     Console.WriteLine(map.Apply(face.Landmarks).Points.Length);
/// </code>
/// </example>
public sealed partial class LandmarkMap
{
    private static readonly Dictionary<(LandmarkScheme, LandmarkScheme), LandmarkMap> Known = AllMaps();

    private readonly LandmarkShare[][] sources;

    private LandmarkMap(LandmarkScheme from, LandmarkScheme to, LandmarkShare[][] sources)
    {
        (From, To, this.sources) = (from, to, sources);
    }

    /// <summary>The scheme of the given landmarks.</summary>
    public LandmarkScheme From { get; }

    /// <summary>The scheme of the resulting landmarks.</summary>
    public LandmarkScheme To { get; }

    /// <summary>For each landmark of <see cref="To"/>, the landmarks of <see cref="From"/> of which it is the weighted mean.</summary>
    public IReadOnlyList<IReadOnlyList<LandmarkShare>> Sources => sources;

    /// <summary>The map between two schemes; always the same object. The map from a scheme to itself changes nothing.</summary>
    /// <param name="from">The scheme of the given landmarks.</param>
    /// <param name="to">The scheme of the resulting landmarks.</param>
    /// <exception cref="LandmarkMapException">There is no such map: too few points of COFW and AFLW trace what those of the others
    /// do.</exception>
    public static LandmarkMap Between(LandmarkScheme from, LandmarkScheme to) =>
        Find(from, to) ?? throw new LandmarkMapException(
            $"{from}: there is no map from its {from.Count} landmarks to the {to.Count} of {to}; use a model of 68 or 98 landmarks.");

    /// <summary>The same; null if there is no such map.</summary>
    internal static LandmarkMap? Find(LandmarkScheme from, LandmarkScheme to) => Known.GetValueOrDefault((from, to));

    /// <summary>Maps a face.</summary>
    /// <param name="face">Landmarks of <see cref="From"/>, in any unit.</param>
    /// <returns>A face of <see cref="To"/>, in the same unit.</returns>
    /// <exception cref="ArgumentException">The face is of another scheme.</exception>
    public FaceLandmarks Apply(FaceLandmarks face)
    {
        if (face.Scheme != From)
            throw new ArgumentException($"This map is from {From}, not from {face.Scheme}.", nameof(face));
        var points = new Landmark[To.Count];
        Apply(face.Points.AsSpan(), points);
        return new FaceLandmarks(To, ImmutableCollectionsMarshal.AsImmutableArray(points));
    }

    /// <summary>Maps landmarks into the caller's memory.</summary>
    /// <param name="from">Landmarks of <see cref="From"/>, in any unit.</param>
    /// <param name="to">Receives landmarks of <see cref="To"/>; confidences are averaged like positions.</param>
    /// <exception cref="ArgumentException">A length differs from that of its scheme.</exception>
    public void Apply(ReadOnlySpan<Landmark> from, Span<Landmark> to)
    {
        if (from.Length != From.Count || to.Length != To.Count)
            throw new ArgumentException(
                $"This map converts {From.Count} landmarks to {To.Count}, not {from.Length} to {to.Length}.", nameof(to));
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

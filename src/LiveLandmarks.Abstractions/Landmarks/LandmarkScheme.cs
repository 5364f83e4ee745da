namespace LiveLandmarks;

/// <summary>
/// A named set of landmarks: how many there are, what they trace, which ones mirror each other, and what NME divides by.
/// </summary>
public sealed partial class LandmarkScheme
{
    private LandmarkScheme(
        string name,
        IReadOnlyList<LandmarkGroup> groups,
        int[] mirror,
        (int, int) outerEyeCorners,
        Normalizer normalizer,
        IReadOnlyList<LandmarkCurve> boundary,
        (int, int)? pupils = null)
    {
        Name = name;
        Groups = groups;
        Mirror = mirror;
        OuterEyeCorners = outerEyeCorners;
        Normalizer = normalizer;
        Boundary = boundary;
        Pupils = pupils;
    }

    /// <summary>All schemes known to this version.</summary>
    public static IReadOnlyList<LandmarkScheme> All => Known.Schemes;

    /// <summary>Name as manifests spell it, such as <c>ibug68</c>.</summary>
    public string Name { get; }

    /// <summary>Number of landmarks.</summary>
    public int Count => Mirror.Count;

    /// <summary>The features, in index order; together they cover every landmark exactly once.</summary>
    public IReadOnlyList<LandmarkGroup> Groups { get; }

    /// <summary>For each landmark, the index of the landmark that it becomes in a mirrored picture.</summary>
    public IReadOnlyList<int> Mirror { get; }

    /// <summary>Indices of the outer corners of the right and the left eye.</summary>
    public (int Right, int Left) OuterEyeCorners { get; }

    /// <summary>Indices of the centers of the right and the left pupil; null if the scheme has no pupils.</summary>
    public (int Right, int Left)? Pupils { get; }

    /// <summary>What NME divides by in the published tables for this scheme.</summary>
    public Normalizer Normalizer { get; }

    /// <summary>The curves that a network's boundary channel shows.</summary>
    public IReadOnlyList<LandmarkCurve> Boundary { get; }

    /// <summary>
    /// The scheme of results: <see cref="Ibug68"/> for <see cref="Ibug70"/>, so that code for 68 landmarks also works with networks that
    /// find pupils; otherwise the scheme itself.
    /// </summary>
    public LandmarkScheme ResultScheme => this == Ibug70 ? Ibug68 : this;

    /// <summary>Finds a scheme by name; null if there is no such scheme.</summary>
    /// <param name="name">Name as manifests spell it.</param>
    public static LandmarkScheme? Find(string name) => All.FirstOrDefault(scheme => scheme.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static int[] MirrorOf(int count, params ReadOnlySpan<(int Right, int Left)> pairs)
    {
        int[] mirror = [.. Enumerable.Range(0, count)];
        foreach (var (right, left) in pairs)
            (mirror[right], mirror[left]) = (left, right);
        return mirror;
    }

    /// <summary>In a class of its own, because the order in which the schemes' files are initialized is not defined.</summary>
    private static class Known
    {
        internal static readonly IReadOnlyList<LandmarkScheme> Schemes = [Ibug68, Ibug70, Wflw98, Cofw29, Aflw19];
    }
}

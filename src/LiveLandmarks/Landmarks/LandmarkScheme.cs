namespace LiveLandmarks.Landmarks;

/// <summary>
/// A named set of landmarks: how many there are, what they trace, which one mirrors which, and what NME divides by.
/// </summary>
public sealed class LandmarkScheme
{
    private LandmarkScheme(string name, IReadOnlyList<LandmarkGroup> groups, int[] mirror, (int, int) outerEyeCorners)
    {
        Name = name;
        Groups = groups;
        Mirror = mirror;
        OuterEyeCorners = outerEyeCorners;
    }

    /// <summary>
    /// The 68 points of the iBUG group's 300-W annotations (Sagonas et al., ICCV workshops 2013),
    /// numbered from 0: jaw, brows, nose, eyes, outer lips, inner lips. The person's right comes first.
    /// </summary>
    public static LandmarkScheme Ibug68 { get; } = new(
        "ibug68",
        [
            new LandmarkGroup("jaw", FacialFeature.Jaw, 0, 17, false),
            new LandmarkGroup("right brow", FacialFeature.Brow, 17, 5, false),
            new LandmarkGroup("left brow", FacialFeature.Brow, 22, 5, false),
            new LandmarkGroup("nose bridge", FacialFeature.Nose, 27, 4, false),
            new LandmarkGroup("nostrils", FacialFeature.Nose, 31, 5, false),
            new LandmarkGroup("right eye", FacialFeature.Eye, 36, 6, true),
            new LandmarkGroup("left eye", FacialFeature.Eye, 42, 6, true),
            new LandmarkGroup("outer lips", FacialFeature.Lips, 48, 12, true),
            new LandmarkGroup("inner lips", FacialFeature.Lips, 60, 8, true),
        ],
        [
            16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
            26, 25, 24, 23, 22, 21, 20, 19, 18, 17,
            27, 28, 29, 30, 35, 34, 33, 32, 31,
            45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40,
            54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55,
            64, 63, 62, 61, 60, 67, 66, 65,
        ],
        (36, 45));

    /// <summary>All schemes known to this version.</summary>
    public static IReadOnlyList<LandmarkScheme> All { get; } = [Ibug68];

    /// <summary>Name as manifests spell it, such as <c>ibug68</c>.</summary>
    public string Name { get; }

    /// <summary>Number of landmarks.</summary>
    public int Count => Mirror.Count;

    /// <summary>The features, in index order; together they cover every landmark once.</summary>
    public IReadOnlyList<LandmarkGroup> Groups { get; }

    /// <summary>For each landmark, the index of the one it becomes in a mirrored picture.</summary>
    public IReadOnlyList<int> Mirror { get; }

    /// <summary>Indices of the outer corners of the right and the left eye; their distance normalises NME (inter-ocular).</summary>
    public (int Right, int Left) OuterEyeCorners { get; }

    /// <summary>Finds a scheme by name; null when there is none.</summary>
    /// <param name="name">Name as manifests spell it.</param>
    public static LandmarkScheme? Find(string name) => All.FirstOrDefault(scheme => scheme.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

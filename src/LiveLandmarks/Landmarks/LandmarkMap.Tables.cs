namespace LiveLandmarks.Landmarks;

/// <content>The tables of corresponding landmarks.</content>
public sealed partial class LandmarkMap
{
    // Position of a brow's lower edge between its upper edge and the lid: measured on 102 labeled faces, whose brows are 0.08 of the
    // distance between the outer eye corners thick.
    private const float BrowShare = 0.4f;

    private static Dictionary<(LandmarkScheme, LandmarkScheme), LandmarkMap> AllMaps()
    {
        var (wflw, ibug, openSeeFace) = (LandmarkScheme.Wflw98, LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66);
        var (from98To68, from68To98, from68To66, from66To68) =
            (Ibug68FromWflw98(), Wflw98FromIbug68(), OpenSeeFace66FromIbug68(), Ibug68FromOpenSeeFace66());
        LandmarkMap[] maps =
        [
            new(wflw, wflw, Same(wflw)),
            new(ibug, ibug, Same(ibug)),
            new(openSeeFace, openSeeFace, Same(openSeeFace)),
            new(wflw, ibug, from98To68),
            new(ibug, wflw, from68To98),
            new(ibug, openSeeFace, from68To66),
            new(openSeeFace, ibug, from66To68),
            new(wflw, openSeeFace, Chain(from98To68, from68To66)),
            new(openSeeFace, wflw, Chain(from66To68, from68To98)),
        ];
        return maps.ToDictionary(map => (map.From, map.To));
    }

    /// <summary>
    /// iBUG's brows are WFLW's upper edges: across 102 labeled faces the picture darkens at the point and below it. Each lid has three
    /// points between its corners in WFLW and two in iBUG, evenly spaced, so iBUG's lie a third of the way between two of WFLW's.
    /// </summary>
    private static LandmarkShare[][] Ibug68FromWflw98() =>
    [
        .. Enumerable.Range(0, 17).Select(i => One(2 * i)),
        .. Run(33, 5), .. Run(42, 5),
        .. Run(51, 9),
        One(60), Third(61, 62), Third(63, 62), One(64), Third(65, 66), Third(67, 66),
        One(68), Third(69, 70), Third(71, 70), One(72), Third(73, 74), Third(75, 74),
        .. Run(76, 20),
    ];

    private static LandmarkShare[][] Wflw98FromIbug68() =>
    [
        .. Enumerable.Range(0, 33).Select(i => i % 2 == 0 ? One(i / 2) : Half(i / 2, i / 2 + 1)),
        .. Run(17, 5), Below(21, 39), Below(20, 38), Below(19, 37, 38), Below(18, 36, 37),
        .. Run(22, 5), Below(25, 44, 45), Below(24, 43, 44), Below(23, 43), Below(22, 42),
        .. Run(27, 9),
        One(36), .. Lid(36, 37, 38, 39), One(39), .. Lid(39, 40, 41, 36),
        One(42), .. Lid(42, 43, 44, 45), One(45), .. Lid(45, 46, 47, 42),
        .. Run(48, 20),
        Mean(37, 38, 40, 41), Mean(43, 44, 46, 47),
    ];

    /// <summary>OpenSeeFace's single mouth corner belongs to the outer and the inner outline; its own model places it between iBUG's
    /// two.</summary>
    private static LandmarkShare[][] OpenSeeFace66FromIbug68() =>
        [.. Run(0, 48), .. Run(49, 5), .. Run(55, 5), Half(48, 60), .. Run(61, 3), Half(54, 64), .. Run(65, 3)];

    private static LandmarkShare[][] Ibug68FromOpenSeeFace66() =>
        [.. Run(0, 48), One(58), .. Run(48, 5), One(62), .. Run(53, 5), One(58), .. Run(59, 3), One(62), .. Run(63, 3)];

    private static LandmarkShare[][] Same(LandmarkScheme scheme) => [.. Run(0, scheme.Count)];

    private static IEnumerable<LandmarkShare[]> Run(int first, int count) => Enumerable.Range(first, count).Select(One);

    private static LandmarkShare[] One(int landmark) => [new(landmark, 1)];

    private static LandmarkShare[] Half(int one, int other) => Mean(one, other);

    private static LandmarkShare[] Third(int near, int far) => [new(near, 2 / 3f), new(far, 1 / 3f)];

    private static LandmarkShare[] Mean(params int[] landmarks) =>
        Array.ConvertAll(landmarks, landmark => new LandmarkShare(landmark, 1f / landmarks.Length));

    /// <summary>Three points of a lid from two points and its corners: at a quarter, a half and three quarters, where the two are at
    /// thirds.</summary>
    private static LandmarkShare[][] Lid(int corner, int second, int third, int fourth) =>
    [
        [new(corner, 0.25f), new(second, 0.75f)],
        Half(second, third),
        [new(third, 0.75f), new(fourth, 0.25f)],
    ];

    private static LandmarkShare[] Below(int brow, params int[] lid) =>
        [new(brow, 1 - BrowShare), .. lid.Select(landmark => new LandmarkShare(landmark, BrowShare / lid.Length))];

    private static LandmarkShare[][] Chain(LandmarkShare[][] first, LandmarkShare[][] second) => Array.ConvertAll(second, shares => shares
        .SelectMany(outer => first[outer.Landmark].Select(inner => new LandmarkShare(inner.Landmark, inner.Weight * outer.Weight)))
        .GroupBy(share => share.Landmark)
        .Select(same => new LandmarkShare(same.Key, same.Sum(share => share.Weight)))
        .ToArray());
}

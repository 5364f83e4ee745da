namespace LiveLandmarks.Detection;

/// <summary>Leaves one find where several overlap.</summary>
internal static class NonMaximumSuppression
{
    /// <summary>The finds by falling score, without those that overlap a better one.</summary>
    /// <param name="finds">Finds in any order.</param>
    /// <param name="boxOf">A find's box and score.</param>
    /// <param name="maximumOverlap">Largest IoU that two kept finds may have.</param>
    public static IReadOnlyList<T> Keep<T>(IReadOnlyList<T> finds, Func<T, FaceBox> boxOf, float maximumOverlap)
    {
        if (finds.Count == 0)
            return [];
        List<(T Find, FaceBox Box)> kept = [];
        foreach (var find in finds.Select(find => (Find: find, Box: boxOf(find))).OrderByDescending(find => find.Box.Score))
        {
            if (kept.TrueForAll(better => better.Box.IntersectionOverUnion(find.Box) <= maximumOverlap))
                kept.Add(find);
        }
        return [.. kept.Select(find => find.Find)];
    }
}

namespace LiveLandmarks.Detection;

/// <summary>Keeps only the best of several overlapping detections.</summary>
internal static class NonMaximumSuppression
{
    /// <summary>The detections by descending score, without those that overlap a better one.</summary>
    /// <param name="finds">Detections in any order.</param>
    /// <param name="boxOf">Gives the box and score of a detection.</param>
    /// <param name="maximumOverlap">Largest IoU that two kept detections may have.</param>
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

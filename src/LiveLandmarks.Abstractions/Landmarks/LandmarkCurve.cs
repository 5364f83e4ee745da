namespace LiveLandmarks;

/// <summary>A smooth curve through landmarks, as the network's boundary channel shows it.</summary>
/// <param name="Name">What it traces, such as <c>jaw</c>; left and right are the person's own.</param>
/// <param name="Landmarks">Indices of the landmarks in the order in which the curve passes through them, at least two.</param>
/// <param name="Closed">Whether the curve returns from the last landmark to the first.</param>
public sealed record LandmarkCurve(string Name, IReadOnlyList<int> Landmarks, bool Closed = false)
{
    internal static LandmarkCurve Along(string name, int first, int last) => new(name, [.. Enumerable.Range(first, last - first + 1)]);

    internal static LandmarkCurve Through(string name, params int[] landmarks) => new(name, landmarks);
}

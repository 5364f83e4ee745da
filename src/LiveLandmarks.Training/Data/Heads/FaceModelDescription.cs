namespace LiveLandmarks.Training.Data.Heads;

/// <summary>The content of <c>model.json</c>: sizes and names of a face model's arrays.</summary>
/// <param name="Vertices">Number of vertices.</param>
/// <param name="Triangles">Number of triangles.</param>
/// <param name="Identities">Number of identity modes.</param>
/// <param name="Expressions">Names of the expressions.</param>
/// <param name="Ibug68">Vertices of the 68 points.</param>
/// <param name="Parts">First vertex of each part, and the one after its last.</param>
internal sealed record FaceModelDescription(
    int Vertices, int Triangles, int Identities, List<string> Expressions, int[] Ibug68, Dictionary<string, int[]> Parts)
{
    private const int Landmarks = 68;

    /// <summary>The first error in the description; null if there is none.</summary>
    public string? Flaw() =>
        Vertices <= 0 || Triangles <= 0 || Identities <= 0 ? "vertices, triangles and identities must be above 0"
        : Expressions is null || Ibug68 is null || Parts is null ? "expressions, ibug68 and parts are expected"
        : Ibug68.Length != Landmarks ? $"ibug68 has {Ibug68.Length} vertices instead of {Landmarks}"
        : Array.Exists(Ibug68, vertex => vertex < 0 || vertex >= Vertices) ? "ibug68 names a vertex that does not exist"
        : Parts.Values.Any(part => part is not [var first, var end] || first < 0 || end < first || end > Vertices)
            ? "a part reaches beyond the vertices"
        : null;
}

using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>The triangles between a scheme's landmarks, and their edges. The eyes and the mouth are holes.</summary>
internal sealed class FaceMesh
{
    private FaceMesh(LandmarkScheme scheme, Vector2[] face)
    {
        Triangles = [.. Delaunay.Triangulate(face).Where(triangle => !IsHole(scheme, triangle))];
        Areas = Array.ConvertAll(Triangles, triangle => Area(face[triangle.A], face[triangle.B], face[triangle.C]));
        Dictionary<(int, int), (int, int)> edges = [];
        for (var i = 0; i < Triangles.Length; i++)
        {
            var (a, b, c) = Triangles[i];
            foreach (var edge in new[] { (a, b), (b, c), (c, a) })
            {
                var key = (Math.Min(edge.Item1, edge.Item2), Math.Max(edge.Item1, edge.Item2));
                edges[key] = edges.TryGetValue(key, out var sides) ? (sides.Item1, i) : (i, i);
            }
        }
        Edges = [.. edges.Select(edge => new Edge(edge.Key.Item1, edge.Key.Item2, edge.Value.Item1, edge.Value.Item2))];
        Size = face[scheme.OuterEyeCorners.Left].X - face[scheme.OuterEyeCorners.Right].X;
    }

    /// <summary>Indices of the landmarks of each triangle.</summary>
    public (int A, int B, int C)[] Triangles { get; }

    /// <summary>Twice the area of each triangle on the average face seen from the front, square centimeters.</summary>
    public float[] Areas { get; }

    /// <summary>The edges.</summary>
    public Edge[] Edges { get; }

    /// <summary>Distance between the average face's outer eye corners, centimeters.</summary>
    public float Size { get; }

    /// <summary>The mesh of a scheme; null if none is known.</summary>
    /// <param name="scheme">The scheme.</param>
    public static FaceMesh? Of(LandmarkScheme scheme) => FlatFace.Of(scheme) is { } face ? new FaceMesh(scheme, face) : null;

    /// <summary>Twice the area of a triangle; negative if it is seen from behind.</summary>
    public static float Area(Vector2 a, Vector2 b, Vector2 c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

    /// <summary>Whether a triangle lies inside an eye or the mouth: all its corners belong to the inner lips, or to one eye or its
    /// pupil.</summary>
    private static bool IsHole(LandmarkScheme scheme, (int A, int B, int C) triangle)
    {
        var groups = new[] { triangle.A, triangle.B, triangle.C }.Select(i => scheme.Groups.First(group => i < group.First + group.Count))
            .ToArray();
        return groups.All(group => group.Feature == FacialFeature.Eye
            && group.Name.StartsWith(groups[0].Name[..4], StringComparison.Ordinal))
            || groups.All(group => group.Name == "inner lips");
    }

    /// <summary>An edge: the indices of its landmarks and of the triangles on its two sides, which are equal at the outline.</summary>
    public readonly record struct Edge(int From, int To, int OneSide, int OtherSide);
}

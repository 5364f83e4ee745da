using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>
/// Delaunay triangulation of a small number of points, inserted one after another (Bowyer, "Computing Dirichlet tessellations"; Watson,
/// "Computing the n-dimensional Delaunay tessellation", The Computer Journal 24, 1981).
/// </summary>
internal static class Delaunay
{
    /// <summary>Triangulates points.</summary>
    /// <param name="points">At least three points, no two of them equal.</param>
    /// <returns>Indices of the corners of each triangle, clockwise on the screen.</returns>
    public static List<(int A, int B, int C)> Triangulate(IReadOnlyList<Vector2> points)
    {
        // A triangle of three distant corners around all points; removed at the end.
        const float far = 1e4f;
        Vector2[] all = [.. points, new(-far, -far), new(far, -far), new(0, far)];
        var count = points.Count;
        List<(int A, int B, int C)> triangles = [(count, count + 1, count + 2)];
        for (var i = 0; i < count; i++)
            Insert(all, i, triangles);
        triangles.RemoveAll(triangle => Math.Max(triangle.A, Math.Max(triangle.B, triangle.C)) >= count);
        return triangles;
    }

    private static void Insert(Vector2[] points, int index, List<(int A, int B, int C)> triangles)
    {
        var touched = triangles.FindAll(triangle => IsInCircle(points, triangle, points[index]));
        triangles.RemoveAll(touched.Contains);
        HashSet<(int From, int To)> edges =
            [.. touched.SelectMany(triangle => new[] { (triangle.A, triangle.B), (triangle.B, triangle.C), (triangle.C, triangle.A) })];
        // Inner edges of the removed triangles occur in both directions; the others form the outline of the hole.
        foreach (var (from, to) in edges)
        {
            if (!edges.Contains((to, from)))
                triangles.Add((from, to, index));
        }
    }

    /// <summary>Whether a point lies in a triangle's circumcircle. In double precision, since the distant corners give large
    /// numbers.</summary>
    private static bool IsInCircle(Vector2[] points, (int A, int B, int C) triangle, Vector2 point)
    {
        var (ax, ay) = From(points[triangle.A]);
        var (bx, by) = From(points[triangle.B]);
        var (cx, cy) = From(points[triangle.C]);
        return (ax * ax + ay * ay) * (bx * cy - cx * by) - (bx * bx + by * by) * (ax * cy - cx * ay)
            + (cx * cx + cy * cy) * (ax * by - bx * ay) > 0;

        (double X, double Y) From(Vector2 corner) => ((double)corner.X - point.X, (double)corner.Y - point.Y);
    }
}

using System.Numerics;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Computes the normals of a surface.</summary>
internal static class HeadNormals
{
    /// <summary>Computes the normals of vertices, weighted by the areas of their triangles.</summary>
    /// <param name="vertices">The vertices of the surface.</param>
    /// <param name="corners">Three vertices per triangle, counter-clockwise seen from outside.</param>
    /// <param name="normals">Written: of unit length, or zero if a vertex has no triangle.</param>
    public static void Compute(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> corners, Span<Vector3> normals)
    {
        normals.Clear();
        for (var i = 0; i < corners.Length; i += 3)
        {
            var (a, b, c) = (vertices[corners[i]], vertices[corners[i + 1]], vertices[corners[i + 2]]);
            var across = Vector3.Cross(b - a, c - a);
            normals[corners[i]] += across;
            normals[corners[i + 1]] += across;
            normals[corners[i + 2]] += across;
        }
        foreach (ref var normal in normals)
            normal = normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : normal;
    }
}

using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>Builds a mesh from curved surfaces.</summary>
internal sealed class MeshBuilder
{
    private const float Step = 1e-3f;

    private readonly List<Vector3> positions = [];
    private readonly List<Vector3> normals = [];
    private readonly List<Vector3> colors = [];
    private readonly List<Vector2> places = [];
    private readonly List<int> triangles = [];

    /// <summary>Adds a surface.</summary>
    /// <param name="columns">Number of facets along u.</param>
    /// <param name="rows">Number of facets along v.</param>
    /// <param name="surface">The point at u and v, both 0 to 1, in the head's space (centimeters); also defined slightly beyond.</param>
    /// <param name="color">The color at u and v; null for black.</param>
    public MeshBuilder Add(int columns, int rows, Func<float, float, Vector3> surface, Func<float, float, Vector3>? color = null)
    {
        var first = positions.Count;
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
            {
                var (u, v) = ((float)column / columns, (float)row / rows);
                positions.Add(surface(u, v));
                normals.Add(Normal(surface, u, v));
                colors.Add(color?.Invoke(u, v) ?? Vector3.Zero);
                places.Add(new Vector2(u, v));
            }
        }
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var corner = first + row * (columns + 1) + column;
                triangles.AddRange([corner, corner + 1, corner + columns + 1, corner + 1, corner + columns + 2, corner + columns + 1]);
            }
        }
        return this;
    }

    /// <summary>Returns the mesh of all added surfaces.</summary>
    public Mesh Build() => new([.. positions], [.. normals], [.. colors], [.. places], [.. triangles]);

    private static Vector3 Normal(Func<float, float, Vector3> surface, float u, float v)
    {
        var normal = Vector3.Cross(surface(u + Step, v) - surface(u - Step, v), surface(u, v + Step) - surface(u, v - Step));
        // All columns meet at a pole; the normal slightly beside it is used instead.
        if (normal.LengthSquared() < 1e-12f)
            normal = Vector3.Cross(surface(u + Step, v + 10 * Step) - surface(u - Step, v + 10 * Step),
                surface(u, v + 10 * Step) - surface(u, v));
        return normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : -Vector3.UnitZ;
    }
}

using System.Numerics;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>
/// Where in the photograph each vertex of a head finds its color: where it is seen itself, or, where it faces away or is covered, where the same place of the other
/// half of the face is seen; where neither is, at the edge of the head. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class SkinTexture(HeadSurface surface)
{
    private const int ShadowSize = 160;

    // Cosines of skin seen so much from the side that its color is taken from elsewhere, and from which on it is wholly its own.
    private const float Away = 0.08f, Towards = 0.4f;

    // Centimeters by which something must lie before a vertex to cover it; and where the color of hidden parts comes from, as a share of the outline's distance.
    private const float Cover = 0.4f, Edge = 0.93f;

    private readonly Rasterizer shadows = new();
    private readonly Vector3[] shrunk = new Vector3[surface.SkinVertices];
    private readonly float[] seen = new float[surface.SkinVertices];

    /// <summary>Where each vertex takes its color, pixels of the photograph.</summary>
    public Vector2[] Own { get; } = new Vector2[surface.Model.VertexCount];

    /// <summary>Where the same place of the other half is, pixels of the photograph.</summary>
    public Vector2[] Other { get; } = new Vector2[surface.Model.VertexCount];

    /// <summary>How much <see cref="Own"/> counts, 0 to 1; the rest is <see cref="Other"/>'s.</summary>
    public float[] Share { get; } = new float[surface.Model.VertexCount];

    /// <summary>Prepares a head.</summary>
    /// <param name="vertices">The head in the photograph: x and y in pixels, z the higher the nearer, in pixels, too.</param>
    /// <param name="normals">The skin's normals.</param>
    /// <param name="towards">The direction to the camera, in the same axes as the normals.</param>
    /// <param name="outline">The head's outline in the photograph.</param>
    /// <param name="center">The middle of the outline.</param>
    /// <param name="scale">Pixels per centimeter.</param>
    public void Prepare(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<Vector3> normals, Vector3 towards, HeadOutline outline, Vector2 center, float scale)
    {
        See(vertices, normals, towards, scale);
        for (var vertex = 0; vertex < vertices.Length; vertex++)
        {
            var other = surface.Mirrored[vertex];
            Own[vertex] = new Vector2(vertices[vertex].X, vertices[vertex].Y);
            Other[vertex] = new Vector2(vertices[other].X, vertices[other].Y);
            Share[vertex] = 1;
            if (vertex >= surface.SkinVertices)
                continue;
            if (seen[vertex] + seen[other] > 0)
            {
                Share[vertex] = seen[vertex] / (seen[vertex] + (1 - seen[vertex]) * seen[other]);
                continue;
            }
            var from = Own[vertex] - center;
            Own[vertex] = center + from * (Edge * outline.At(from.X, from.Y) / MathF.Max(1, from.Length()));
        }
    }

    private void See(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<Vector3> normals, Vector3 towards, float scale)
    {
        var (least, most) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
        foreach (var vertex in vertices[..surface.SkinVertices])
            (least, most) = (Vector3.Min(least, vertex), Vector3.Max(most, vertex));
        var shrink = (ShadowSize - 1) / MathF.Max(1, MathF.Max(most.X - least.X, most.Y - least.Y));
        for (var vertex = 0; vertex < shrunk.Length; vertex++)
            shrunk[vertex] = (vertices[vertex] - least) * shrink;
        shadows.Clear(ShadowSize, ShadowSize);
        shadows.Draw(shrunk, surface.Skin, 0);
        var depths = shadows.Depths;
        for (var vertex = 0; vertex < seen.Length; vertex++)
        {
            var (x, y) = ((int)(shrunk[vertex].X + 0.5f), (int)(shrunk[vertex].Y + 0.5f));
            var covered = depths[y * ShadowSize + x] - shrunk[vertex].Z > Cover * scale * shrink;
            var facing = Math.Clamp((Vector3.Dot(normals[vertex], towards) - Away) / (Towards - Away), 0, 1);
            seen[vertex] = covered ? 0 : facing * facing * (3 - 2 * facing);
        }
    }
}

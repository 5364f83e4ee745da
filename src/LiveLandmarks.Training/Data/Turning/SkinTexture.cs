using System.Numerics;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>
/// The place in the photograph where each vertex of a head takes its color: its own place if it is visible; if it faces away or is covered,
/// the same place of the other half of the face; if neither is visible, the nearest visible place. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class SkinTexture(HeadSurface surface)
{
    private const int ShadowSize = 160;

    // Skin that faces the camera with a smaller cosine than this takes its color from elsewhere.
    private const float Away = 0.15f;

    // Skin takes the other half's color if that half is seen better; these are the ratios of the two cosines where its own color starts to
    // count, and where only its own color counts.
    private const float Worse = 0.3f, Alike = 0.65f;

    // Centimeters that something must be in front of a vertex to cover it.
    private const float Cover = 0.25f;

    // Skin within EdgeWidth shadow pixels of a depth step of Drop centimeters counts by EdgeTrust if the other half is seen well.
    private const int EdgeWidth = 5;
    private const float Drop = 1.5f, EdgeTrust = 0.3f;

    // Skin seen less than Trusted takes the color of skin beside it, unless the other half is seen more than Lending and lends its color.
    private const float Trusted = 0.14f, Lending = 0.4f;

    // How often hidden colors and visibility are smoothed, and how far apart in the photograph, in centimeters, smoothed colors may be.
    private const int Rounds = 4, SofteningRounds = 3;
    private const float Near = 2;

    private readonly Rasterizer shadows = new();
    private readonly Vector3[] shrunk = new Vector3[surface.SkinVertices];
    private readonly float[] seen = new float[surface.SkinVertices];
    private readonly float[] softer = new float[surface.SkinVertices];
    private readonly bool[] known = new bool[surface.SkinVertices];
    private readonly int[] queue = new int[surface.SkinVertices];
    private float near;

    /// <summary>Where each vertex takes its color, in pixels of the photograph.</summary>
    public Vector2[] Own { get; } = new Vector2[surface.Model.VertexCount];

    /// <summary>The same place of the other half, in pixels of the photograph.</summary>
    public Vector2[] Other { get; } = new Vector2[surface.Model.VertexCount];

    /// <summary>Weight of <see cref="Own"/>, 0 to 1; <see cref="Other"/> has the rest.</summary>
    public float[] Share { get; } = new float[surface.Model.VertexCount];

    /// <summary>Prepares a head.</summary>
    /// <param name="vertices">The head in the photograph: x, y and z in pixels; a higher z is nearer.</param>
    /// <param name="normals">The skin's normals.</param>
    /// <param name="towards">The direction to the camera, in the same axes as the normals.</param>
    /// <param name="scale">Pixels per centimeter.</param>
    public void Prepare(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<Vector3> normals, Vector3 towards, float scale)
    {
        near = Near * scale;
        See(vertices, normals, towards, scale);
        Soften();
        for (var vertex = 0; vertex < vertices.Length; vertex++)
        {
            var other = surface.Mirrored[vertex];
            Own[vertex] = new Vector2(vertices[vertex].X, vertices[vertex].Y);
            Other[vertex] = new Vector2(vertices[other].X, vertices[other].Y);
            Share[vertex] = 1;
            if (vertex >= surface.SkinVertices)
                continue;
            var better = Math.Clamp((seen[vertex] - Worse * Lent(other)) / ((Alike - Worse) * MathF.Max(Lent(other), Away)), 0, 1);
            Share[vertex] = better * better * (3 - 2 * better);
        }
        Spread();
    }

    /// <summary>How well a vertex is seen that lends its color to the other half; 0 if not well enough.</summary>
    private float Lent(int vertex) => seen[vertex] > Lending ? seen[vertex] : 0;

    /// <summary>Passes colors from vertex to vertex, from visible ones to hidden ones.</summary>
    private void Spread()
    {
        var filled = 0;
        for (var vertex = 0; vertex < seen.Length; vertex++)
        {
            known[vertex] = seen[vertex] > Trusted || Lent(surface.Mirrored[vertex]) > 0;
            if (known[vertex])
                queue[filled++] = vertex;
        }
        var first = filled;
        for (var next = 0; next < filled; next++)
        {
            var from = queue[next];
            foreach (var to in surface.Neighbors.Of(from))
            {
                if (known[to])
                    continue;
                (known[to], queue[filled++]) = (true, to);
                (Own[to], Other[to], Share[to]) = (Own[from], Other[from], Share[from]);
            }
        }
        for (var round = 0; round < Rounds; round++)
        {
            for (var next = first; next < filled; next++)
                Even(queue[next]);
        }
    }

    /// <summary>Averages a hidden vertex with its neighbors, except those whose colors come from another side of the head.</summary>
    private void Even(int vertex)
    {
        var (own, other, share, count) = (Own[vertex], Other[vertex], Share[vertex], 1);
        foreach (var neighbor in surface.Neighbors.Of(vertex))
        {
            if (Vector2.DistanceSquared(Own[neighbor], Own[vertex]) > near * near)
                continue;
            own += Own[neighbor];
            other += Other[neighbor];
            share += Share[neighbor];
            count++;
        }
        (Own[vertex], Other[vertex], Share[vertex]) = (own / count, other / count, share / count);
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
            var facing = Vector3.Dot(normals[vertex], towards);
            softer[vertex] = covered || facing < Away ? 0 : facing;
            known[vertex] = IsAtEdge(x, y, shrunk[vertex].Z - Drop * scale * shrink);
        }
        for (var vertex = 0; vertex < seen.Length; vertex++)
            seen[vertex] = known[vertex] && softer[surface.Mirrored[vertex]] > Lending ? EdgeTrust * softer[vertex] : softer[vertex];
    }

    /// <summary>Smooths how well skin is seen, so that the halves blend; hidden skin stays hidden.</summary>
    private void Soften()
    {
        for (var round = 0; round < SofteningRounds; round++)
        {
            for (var vertex = 0; vertex < seen.Length; vertex++)
            {
                var (sum, count) = (seen[vertex], 1);
                foreach (var neighbor in surface.Neighbors.Of(vertex))
                {
                    sum += seen[neighbor];
                    count++;
                }
                softer[vertex] = seen[vertex] > 0 ? sum / count : 0;
            }
            softer.CopyTo(seen, 0);
        }
    }

    /// <summary>Whether the photograph may show something else there, because the outlines of the fitted and the photographed head differ
    /// slightly.</summary>
    private bool IsAtEdge(int x, int y, float least)
    {
        return Depth(x - EdgeWidth, y) < least
            || Depth(x + EdgeWidth, y) < least
            || Depth(x, y - EdgeWidth) < least
            || Depth(x, y + EdgeWidth) < least;

        float Depth(int column, int row) =>
            column < 0 || row < 0 || column >= ShadowSize || row >= ShadowSize
                ? float.NegativeInfinity
                : shadows.Depths[row * ShadowSize + column];
    }
}

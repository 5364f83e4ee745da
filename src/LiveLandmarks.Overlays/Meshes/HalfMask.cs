using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>A Venetian half mask: from the forehead to the nose, with holes for the eyes. In the head's space.</summary>
internal static class HalfMask
{
    private static readonly Vector2 Eye = new(3.15f, 0);
    private static readonly Vector2 Hole = new(1.95f, 1.15f);

    /// <summary>Makes the mask.</summary>
    /// <param name="color">Blue, green, red, 0 to 255.</param>
    /// <param name="rim">Color of its edges.</param>
    public static Mesh Make(Vector3 color, Vector3 rim)
    {
        var builder = new MeshBuilder();
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var mirror = side;
            builder.Add(96, 16, (u, v) => Half(u, v, mirror), (u, v) => v < 0.12f || (v > 0.93f && !AtNose(u)) ? rim : color);
        }
        return builder.Build();
    }

    /// <summary>A point of one half: u goes around the eye, v from the eye's hole to the mask's edge.</summary>
    private static Vector3 Half(float u, float v, float side)
    {
        var (sine, cosine) = MathF.SinCos(2 * MathF.PI * u);
        var direction = new Vector2(cosine, sine);
        var from = 1 / (direction / Hole).Length();
        var place = Eye + direction * float.Lerp(from, ToEdge(direction), v);
        return new Vector3(side * place.X, place.Y, Depth(place.X, place.Y));
    }

    private static bool AtNose(float u)
    {
        var (sine, cosine) = MathF.SinCos(2 * MathF.PI * u);
        var edge = Eye + new Vector2(cosine, sine) * ToEdge(new Vector2(cosine, sine));
        return edge.X < 0.05f;
    }

    /// <summary>The distance from the eye to the outline of the mask's half, found by bisection.</summary>
    private static float ToEdge(Vector2 direction)
    {
        float inside = 1, outside = 8;
        for (var i = 0; i < 20; i++)
        {
            var middle = (inside + outside) / 2;
            if (IsInside(Eye + middle * direction))
                inside = middle;
            else
                outside = middle;
        }
        return inside;
    }

    private static bool IsInside(Vector2 place)
    {
        var swing = 0.7f * MathF.Sin(MathF.Min(place.X, 7.4f) / 7.4f * MathF.PI);
        var upper = -3.1f - swing - 0.18f * MathF.Max(0, place.X - 3);
        var lower = place.X < 1.7f
            ? 3.1f - 0.25f * place.X * place.X
            : 2.4f + swing - 0.2f * MathF.Max(0, place.X - 4) * MathF.Max(0, place.X - 4);
        return place.X is >= 0 and <= 7.4f && place.Y >= upper && place.Y <= lower;
    }

    private static float Depth(float x, float y)
    {
        var nose = (0.35f + 0.66f * MathF.Max(0, y + 0.4f)) * MathF.Exp(-x * x / 1.7f);
        return HeadProxy.SkullFront(x, y, 0.55f) - nose - 0.25f;
    }
}

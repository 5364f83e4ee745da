using System.Numerics;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Moves pupils along with a turned head: each stays on the point of the eyeball where the photograph shows it. Not
/// thread-safe.</summary>
/// <param name="surface">The head's parts.</param>
internal sealed class TurnedPupils(HeadSurface surface)
{
    // Index of the right pupil in the 70 landmarks; the left one follows.
    private const int First = 68;

    // A pupil is visible if a pixel within this distance, in centimeters, shows an eye.
    private const float Near = 0.15f;

    private readonly Range[] eyeballs = [surface.Model.Part("eyeball_right"), surface.Model.Part("eyeball_left")];
    private readonly int[] vertices = new int[2];
    private readonly Vector2[] off = new Vector2[2];

    /// <summary>Finds the pupils on the eyeballs.</summary>
    /// <param name="points">The landmarks, the pupils after the 68; pixels of the photograph.</param>
    /// <param name="source">The head as the photograph shows it: x and y in pixels; a higher z is nearer.</param>
    /// <param name="scale">Pixels per centimeter.</param>
    public void Find(ReadOnlySpan<Landmark> points, ReadOnlySpan<Vector3> source, float scale)
    {
        for (var eye = 0; eye < eyeballs.Length; eye++)
        {
            var (first, end) = (eyeballs[eye].Start.Value, eyeballs[eye].End.Value);
            var pupil = new Vector2(points[First + eye].X, points[First + eye].Y);
            var depth = Depth(source[first..end]);
            var (best, nearest) = (first, float.MaxValue);
            for (var vertex = first; vertex < end; vertex++)
            {
                var distance = Vector2.DistanceSquared(new Vector2(source[vertex].X, source[vertex].Y), pupil);
                if (source[vertex].Z > depth && distance < nearest)
                    (best, nearest) = (vertex, distance);
            }
            vertices[eye] = best;
            off[eye] = new Vector2(pupil.X - source[best].X, source[best].Y - pupil.Y) / scale;
        }
    }

    /// <summary>Places the pupils of the turned head, with confidence 0 if the photograph shows none or the lids are closed.</summary>
    /// <param name="before">The landmarks in the photograph.</param>
    /// <param name="found">The turned head's 68 landmarks.</param>
    /// <param name="head">The head's vertices.</param>
    /// <param name="seen">The new view of the head.</param>
    /// <param name="photographed">The view in the photograph.</param>
    /// <returns>All 70 landmarks.</returns>
    public Landmark[] Place(ReadOnlySpan<Landmark> before, Landmark[] found, ReadOnlySpan<Vector3> head, HeadView seen,
        HeadView photographed)
    {
        var (right, up, _) = photographed.Axes;
        Landmark[] all = [.. found, default, default];
        for (var eye = 0; eye < vertices.Length; eye++)
            all[First + eye] = seen.Project(head[vertices[eye]] + off[eye].X * right + off[eye].Y * up)
                with { Confidence = before[First + eye].Confidence };
        Pupils.Hide(LandmarkScheme.Ibug70, all);
        return all;
    }

    /// <summary>Sets the confidence of pupils to 0 that are covered by the nose, the brow or the turned eye itself.</summary>
    /// <param name="points">All 70 landmarks, pixels of the drawn picture; changed.</param>
    /// <param name="rasterizer">The triangle that each pixel shows.</param>
    /// <param name="painter">Tells eyes from skin.</param>
    /// <param name="scale">Pixels per centimeter.</param>
    public static void HideCovered(Landmark[] points, Rasterizer rasterizer, HeadPainter painter, float scale)
    {
        for (var eye = 0; eye < 2; eye++)
        {
            ref var pupil = ref points[First + eye];
            if (!ShowsEye(pupil, rasterizer, painter, (int)MathF.Ceiling(Near * scale)))
                pupil = pupil with { Confidence = 0 };
        }
    }

    private static bool ShowsEye(Landmark at, Rasterizer rasterizer, HeadPainter painter, int reach)
    {
        var (x, y) = ((int)MathF.Round(at.X), (int)MathF.Round(at.Y));
        for (var row = Math.Max(0, y - reach); row <= Math.Min(rasterizer.Height - 1, y + reach); row++)
        {
            for (var column = Math.Max(0, x - reach); column <= Math.Min(rasterizer.Width - 1, x + reach); column++)
            {
                if (painter.IsEye(rasterizer.Triangles[row * rasterizer.Width + column]))
                    return true;
            }
        }
        return false;
    }

    private static float Depth(ReadOnlySpan<Vector3> vertices)
    {
        var sum = 0f;
        foreach (var vertex in vertices)
            sum += vertex.Z;
        return sum / vertices.Length;
    }
}

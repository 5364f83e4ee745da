using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>
/// Warps a photograph to a new outline of its head: what was beside the head stays beside it, and nothing of the old head is left. Owns its
/// buffers; not thread-safe.
/// </summary>
internal sealed class BackgroundWarp : IDisposable
{
    private const int Cell = 8;

    // In half widths of a head: how far the warp reaches, and how much is left out where the face moves to: hair and ears of the side that
    // turns away.
    private const float Reach = 2.2f, Hidden = 0.45f;

    private readonly Mat small = new(), map = new(), none = new();

    /// <summary>Draws a background.</summary>
    /// <param name="photograph">BGR, 8 bits.</param>
    /// <param name="before">The head's outline in the photograph.</param>
    /// <param name="after">The head's new outline.</param>
    /// <param name="center">The head's middle, pixels of the photograph, the same for both.</param>
    /// <param name="facing">The new direction in the picture that the head faces, minus the old one; lengths are sines.</param>
    /// <param name="halfWidth">Half the width of a head in pixels.</param>
    /// <param name="area">The part that is drawn, pixels of the photograph; may reach beyond it.</param>
    /// <param name="picture">Written.</param>
    public void Draw(Mat photograph, HeadOutline before, HeadOutline after, Vector2 center, Vector2 facing, float halfWidth, Rect area,
        Mat picture)
    {
        var (columns, rows) = ((area.Width + Cell - 1) / Cell, (area.Height + Cell - 1) / Cell);
        small.Create(rows, columns, MatType.CV_32FC2);
        var cells = small.AsSpan<Vec2f>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var at = new Vector2(area.X + (column + 0.5f) * Cell - 0.5f, area.Y + (row + 0.5f) * Cell - 0.5f);
                var from = Source(at - center) + center;
                cells[row * columns + column] = new Vec2f(from.X, from.Y);
            }
        }
        Cv2.Resize(small, map, new Size(columns * Cell, rows * Cell), 0, 0, InterpolationFlags.Linear);
        using var part = new Mat(map, new Rect(0, 0, area.Width, area.Height));
        Cv2.Remap(photograph, picture, part, none, InterpolationFlags.Linear, BorderTypes.Replicate);

        Vector2 Source(Vector2 at)
        {
            var distance = at.Length();
            if (distance < 1)
                return at;
            var direction = at / distance;
            var (old, now) = (before.At(at.X, at.Y), after.At(at.X, at.Y));
            var shift = old - now + Hidden * halfWidth * MathF.Max(0, Vector2.Dot(direction, facing));
            var share = Math.Clamp((distance - now) / (Reach * halfWidth), 0, 1);
            return at + direction * shift * (1 - share * share * (3 - 2 * share));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        small.Dispose();
        map.Dispose();
        none.Dispose();
    }
}

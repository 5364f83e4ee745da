using LiveLandmarks.Expression;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Shuts eyes in a picture: the skin above an eye, including the lashes at its edge, is stretched down over it, and the landmarks of the
/// lids move along. Shut eyes are rare in every data set, and a network that has seen few of them predicts a gap in shut eyes.
/// </summary>
internal static class LidClosing
{
    // Where the lids meet, as a share of the way from the upper to the lower one.
    private const float Meeting = 0.85f;

    // How far skin is moved above and below the lids, in widths of the eye.
    private const float Above = 0.4f;
    private const float Below = 0.25f;

    private const float NarrowestEye = 4;

    /// <summary>Shuts one eye.</summary>
    /// <param name="image">BGR, 8 bits; drawn upon.</param>
    /// <param name="points">Landmarks in pixels of the image; those of the lids are moved.</param>
    /// <param name="eye">The eye.</param>
    /// <param name="share">Share of its gap to close, 0 to 1.</param>
    public static void Apply(Mat image, Landmark[] points, Aperture eye, float share)
    {
        var (right, left) = (points[eye.RightCorner], points[eye.LeftCorner]);
        var width = right.DistanceTo(left);
        if (!(width >= NarrowestEye))
            return;

        // Coordinates of the eye in pixels: x from its right corner to its left one, y down the face.
        var fromEye = new Similarity((left.X - right.X) / width, (left.Y - right.Y) / width, right.X, right.Y);
        Landmark[] seen = Array.ConvertAll(points, fromEye.Inverse().Apply);
        var upper = EdgeOf(seen, width, eye.Pairs.Select(pair => pair.Upper));
        var lower = EdgeOf(seen, width, eye.Pairs.Select(pair => pair.Lower));
        Warp(image, fromEye, upper, lower, share);
        foreach (var (up, low) in eye.Pairs)
        {
            points[up] = fromEye.Apply(Move(seen[up], lower, share * Meeting));
            points[low] = fromEye.Apply(Move(seen[low], upper, share * (1 - Meeting)));
        }
    }

    /// <summary>The height of a lid's edge at every pixel from corner to corner.</summary>
    private static float[] EdgeOf(Landmark[] points, float width, IEnumerable<int> between)
    {
        Point2f[] knots = [new(0, 0),
            .. between.Select(i => new Point2f(points[i].X, points[i].Y)).Where(at => at.X > 0 && at.X < width).OrderBy(at => at.X),
            new(width, 0)];
        List<Point2f> samples = [];
        CatmullRom.Sample(knots, closed: false, spacing: 0.5f, samples);
        var heights = new float[(int)MathF.Ceiling(width) + 1];
        var next = 1;
        for (var x = 0; x < heights.Length; x++)
        {
            while (next < samples.Count - 1 && samples[next].X < x)
                next++;
            var (from, to) = (samples[next - 1], samples[next]);
            var part = to.X > from.X ? Math.Clamp((x - from.X) / (to.X - from.X), 0, 1) : 1;
            heights[x] = from.Y + part * (to.Y - from.Y);
        }
        return heights;
    }

    private static Landmark Move(Landmark point, float[] towards, float share) =>
        point with { Y = point.Y + share * (HeightAt(towards, point.X) - point.Y) };

    private static float HeightAt(float[] lid, float x)
    {
        var left = Math.Clamp((int)x, 0, lid.Length - 2);
        return lid[left] + Math.Clamp(x - left, 0, 1) * (lid[left + 1] - lid[left]);
    }

    private static void Warp(Mat image, Similarity fromEye, float[] upper, float[] lower, float share)
    {
        var width = upper.Length - 1;
        var (top, bottom) = (upper.Min() - Above * width, lower.Max() + Below * width);
        Landmark[] corners = [At(0, top), At(width, top), At(0, bottom), At(width, bottom)];
        var (x0, y0) = ((int)corners.Min(corner => corner.X) - 1, (int)corners.Min(corner => corner.Y) - 1);
        var area = new Rect(x0, y0, (int)corners.Max(corner => corner.X) + 2 - x0, (int)corners.Max(corner => corner.Y) + 2 - y0)
            .Intersect(new Rect(0, 0, image.Cols, image.Rows));
        if (area.Width < 2 || area.Height < 2)
            return;

        using var part = new Mat(image, area);
        using var before = part.Clone();
        var toEye = fromEye.Inverse();
        for (var y = 0; y < area.Height; y++)
        {
            for (var x = 0; x < area.Width; x++)
            {
                var at = toEye.Apply(new Landmark(area.X + x, area.Y + y, 1));
                if (at.X <= 0 || at.X >= width)
                    continue;
                var (lidAbove, lidBelow) = (HeightAt(upper, at.X), HeightAt(lower, at.X));
                if (lidBelow <= lidAbove)
                    continue;
                var from = At(at.X, Source(at.Y, lidAbove, lidBelow, Above * width, Below * width, share));
                part.At<Vec3b>(y, x) = Interpolate(before, from.X - area.X, from.Y - area.Y);
            }
        }

        Landmark At(float x, float y) => fromEye.Apply(new Landmark(x, y, 1));
    }

    /// <summary>The height in the open eye that is shown at a height in the shut eye: skin above, the rest of the eye, skin
    /// below.</summary>
    private static float Source(float at, float upper, float lower, float above, float below, float share)
    {
        var meeting = upper + Meeting * (lower - upper);
        var (shutUpper, shutLower) = (upper + share * (meeting - upper), lower + share * (meeting - lower));
        var (top, bottom) = (upper - above, lower + below);
        if (at <= top || at >= bottom)
            return at;
        if (at < shutUpper)
            return top + (at - top) * above / (shutUpper - top);
        if (at > shutLower)
            return bottom - (bottom - at) * below / (bottom - shutLower);
        return upper + (at - shutUpper) * (lower - upper) / MathF.Max(shutLower - shutUpper, 1e-6f);
    }

    private static Vec3b Interpolate(Mat picture, float x, float y)
    {
        (x, y) = (Math.Clamp(x, 0, picture.Cols - 1.001f), Math.Clamp(y, 0, picture.Rows - 1.001f));
        var (left, top) = ((int)x, (int)y);
        var (dx, dy) = (x - left, y - top);
        var (a, b) = (picture.At<Vec3b>(top, left), picture.At<Vec3b>(top, left + 1));
        var (c, d) = (picture.At<Vec3b>(top + 1, left), picture.At<Vec3b>(top + 1, left + 1));
        return new Vec3b(Mix(a.Item0, b.Item0, c.Item0, d.Item0), Mix(a.Item1, b.Item1, c.Item1, d.Item1),
            Mix(a.Item2, b.Item2, c.Item2, d.Item2));

        byte Mix(byte a, byte b, byte c, byte d) => (byte)((1 - dy) * ((1 - dx) * a + dx * b) + dy * ((1 - dx) * c + dx * d) + 0.5f);
    }
}

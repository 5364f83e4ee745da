using System.Numerics;
using System.Runtime.InteropServices;
using LiveLandmarks.Training.Data.Heads;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>
/// Draws a photographed head as seen from elsewhere, in front of its own background, with its landmarks: the fitted head takes its colors
/// from the photograph (as for 300W-LP, Zhu et al., CVPR 2016). Owns its buffers; not thread-safe.
/// </summary>
internal sealed class FaceTurner : IDisposable
{
    // Side of the picture divided by the side of the crop around the new landmarks: room for a rotated, shifted and scaled crop.
    private const float Margin = 1.9f;

    private const int MaxPixels = 640;

    // Half the width of a head, in centimeters.
    private const float HalfWidth = 7.5f;

    // Lips farther apart than this, in centimeters, show the mouth's inside.
    private const float Parted = 0.1f;

    // The mouth's inside is taken from the photograph if the lips' gap there exceeds this share of the new gap.
    private const float PartedBefore = 0.6f;

    // The mouth's inside gets darker with its depth behind the lips, in centimeters, down to a share of the light outside.
    private const float MouthDepth = 4, Darkest = 0.15f;

    // Pairs of points of the upper and lower lids that meet.
    private static readonly (int Upper, int Lower)[] RightLids = [(37, 41), (38, 40)], LeftLids = [(43, 47), (44, 46)];

    private readonly HeadSurface surface;
    private readonly LandmarkOffsets spread;
    private readonly HeadPainter painter;
    private readonly SkinTexture texture;
    private readonly TurnedPupils pupils;
    private readonly Rasterizer rasterizer = new();
    private readonly BackgroundWarp background = new();
    private readonly HeadOutline before = new(), after = new();
    private readonly float[] head;
    private readonly Vector3[] source, target, normals;
    private readonly float[] gains;
    private readonly Vector2[] spreading, joining;
    private readonly Mat reduced = new(), picture = new();

    /// <summary>Prepares buffers.</summary>
    /// <param name="surface">The head's parts.</param>
    /// <param name="spread">How landmarks move the head.</param>
    public FaceTurner(HeadSurface surface, LandmarkOffsets spread)
    {
        (this.surface, this.spread) = (surface, spread);
        painter = new HeadPainter(surface);
        texture = new SkinTexture(surface);
        pupils = new TurnedPupils(surface);
        var count = surface.Model.VertexCount;
        head = new float[3 * count];
        (source, target, normals, gains) = (new Vector3[count], new Vector3[count], new Vector3[count], new float[count]);
        Array.Fill(gains, 1);
        (spreading, joining) = (new Vector2[surface.Model.Ibug68.Count], new Vector2[surface.Model.Ibug68.Count]);
    }

    private Span<Vector3> Head => MemoryMarshal.Cast<float, Vector3>(head.AsSpan());

    /// <summary>Turns a head.</summary>
    /// <param name="photograph">BGR, 8 bits.</param>
    /// <param name="points">Its 68 landmarks, or these and the pupils, pixels of the photograph.</param>
    /// <param name="fit">The head that was fitted to the landmarks.</param>
    /// <param name="turn">The new view of the head.</param>
    /// <param name="cropSide">Returns the crop around landmarks, in pixels.</param>
    /// <param name="inputSize">Pixels that a crop's side needs.</param>
    /// <returns>The picture (BGR, 8 bits; owned by the turner, valid until the next call) and the landmarks in its pixels.</returns>
    public (Mat Picture, Landmark[] Points) Turn(
        Mat photograph, Landmark[] points, FaceFit fit, HeadTurn turn, Func<Landmark[], FaceCrop> cropSide, int inputSize)
    {
        var view = fit.View;
        var shrink = inputSize * 1.25f / cropSide(points).Side;
        if (shrink < 0.8f)
        {
            Cv2.Resize(photograph, reduced, new Size(), shrink, shrink, InterpolationFlags.Area);
            var shift = (shrink - 1) / 2;
            (photograph, view) = (reduced, view.In(shrink, shift, shift));
            points = Array.ConvertAll(points, point => point with { X = shrink * point.X + shift, Y = shrink * point.Y + shift });
        }

        surface.Model.Shape(fit.Weights, head);
        var traced = points.AsSpan(0, surface.Model.Ibug68.Count).ToArray();
        var off = LieOn(traced, view);
        var withPupils = points.Length > traced.Length;
        if (withPupils)
            pupils.Find(points, source, view.Scale);
        HeadNormals.Compute(Head, surface.Skin, normals);
        var center = view.Project(surface.Center);
        var middle = new Vector2(center.X, center.Y);
        before.Measure(source.AsSpan(0, surface.SkinVertices), middle);
        texture.Prepare(source, normals, view.Axes.Near, view.Scale);

        var gapBefore = Gap();
        if (turn.Expression is { } expression)
        {
            float[] change = [.. expression.Zip(fit.Weights.Expression, (to, from) => to - from)];
            surface.Model.AddExpression(change, head);
            Join(view, off, RightLids, change[surface.Model.Expression("eyeBlink_R")]);
            Join(view, off, LeftLids, change[surface.Model.Expression("eyeBlink_L")]);
        }
        var seen = new HeadView(turn.Yaw, turn.Pitch, view.Roll, view.Scale, 0, 0);
        var moved = seen.Project(surface.Center);
        seen = seen with { X = center.X - moved.X, Y = center.Y - moved.Y };
        Project(seen, target);
        var found = Landmarks(seen, view, off);
        if (withPupils)
            found = pupils.Place(points, found, Head, seen, view);
        after.Measure(target.AsSpan(0, surface.SkinVertices), middle);

        var crop = cropSide(found);
        var size = Math.Clamp((int)(Margin * crop.Side), 16, MaxPixels);
        var area = new Rect((int)(crop.CenterX - size / 2f), (int)(crop.CenterY - size / 2f), size, size);
        background.Draw(photograph, before, after, middle, Facing(seen) - Facing(view), HalfWidth * view.Scale, area, picture);
        Paint(photograph, area, seen, turn.Light, gapBefore);
        Landmark[] inPicture = Array.ConvertAll(found, point => point with { X = point.X - area.X, Y = point.Y - area.Y });
        if (withPupils)
            TurnedPupils.HideCovered(inPicture, rasterizer, painter, seen.Scale);
        return (picture, inPicture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        background.Dispose();
        reduced.Dispose();
        picture.Dispose();
    }

    private static Vector2 Facing(HeadView view)
    {
        var (right, up, _) = view.Axes;
        return new Vector2(right.Z, -up.Z);
    }

    /// <summary>Moves the head onto the landmarks, and projects it into the photograph.</summary>
    /// <returns>The remaining offset of each landmark, in centimeters rightward and upward.</returns>
    private Vector2[] LieOn(Landmark[] points, HeadView view)
    {
        var (right, up, _) = view.Axes;
        var vertices = Vertices(view);
        Project(view, source);
        var off = new Vector2[points.Length];
        for (var i = 0; i < off.Length; i++)
            off[i] = new Vector2(points[i].X - source[vertices[i]].X, source[vertices[i]].Y - points[i].Y) / view.Scale;
        off.CopyTo(spreading, 0);
        for (var i = 0; i < JawLines.Count; i++)
        {
            var across = LandmarkTrust.Of(i, points).Second;
            var direction = new Vector2(across.X, across.Y);
            spreading[i] = direction * Vector2.Dot(direction, off[i]);
        }
        var moved = Head;
        for (var vertex = 0; vertex < source.Length; vertex++)
        {
            var offset = spread.At(vertex, spreading);
            moved[vertex] += offset.X * right + offset.Y * up;
            source[vertex] += new Vector3(offset.X, -offset.Y, 0) * view.Scale;
        }
        for (var i = 0; i < off.Length; i++)
            off[i] = new Vector2(points[i].X - source[vertices[i]].X, source[vertices[i]].Y - points[i].Y) / view.Scale;
        return off;
    }

    /// <summary>Undoes the offsets between upper and lower lids by the share that an eye was shut: otherwise, shut eyes would show a gap or
    /// overlap.</summary>
    private void Join(HeadView view, Vector2[] off, (int Upper, int Lower)[] lids, float shut)
    {
        if (shut <= 0)
            return;
        var (right, up, _) = view.Axes;
        Array.Clear(joining);
        foreach (var (upper, lower) in lids)
        {
            var apart = shut * (spreading[upper] - spreading[lower]) / 2;
            (joining[upper], joining[lower]) = (-apart, apart);
            var left = shut * (off[upper] - off[lower]) / 2;
            (off[upper], off[lower]) = (off[upper] - left, off[lower] + left);
        }
        var moved = Head;
        for (var vertex = 0; vertex < moved.Length; vertex++)
        {
            var offset = spread.At(vertex, joining);
            moved[vertex] += offset.X * right + offset.Y * up;
        }
    }

    private int[] Vertices(HeadView view)
    {
        int[] vertices = [.. surface.Model.Ibug68];
        for (var i = 0; i < JawLines.Count; i++)
            vertices[i] = surface.Jaw.Seen(i, view, vertex => Head[vertex]);
        return vertices;
    }

    private void Project(HeadView view, Vector3[] pixels)
    {
        var (right, up, near) = view.Axes;
        (right, up, near) = (right * view.Scale, up * -view.Scale, near * view.Scale);
        var vertices = Head;
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = new Vector3(view.X + Vector3.Dot(right, vertices[i]), view.Y + Vector3.Dot(up, vertices[i]),
                Vector3.Dot(near, vertices[i]));
    }

    /// <summary>The landmarks of the head in the new view; their offsets lie in the plane of the photograph and turn with the
    /// head.</summary>
    private Landmark[] Landmarks(HeadView seen, HeadView photographed, Vector2[] off)
    {
        var (right, up, _) = photographed.Axes;
        var vertices = Vertices(seen);
        var found = new Landmark[vertices.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = seen.Project(Head[vertices[i]] + off[i].X * right + off[i].Y * up);
        return found;
    }

    /// <summary>Position of the lips towards the front, in centimeters.</summary>
    private float Lips => MathF.Max(Head[surface.Model.Ibug68[62]].Z, Head[surface.Model.Ibug68[66]].Z);

    /// <summary>Largest distance between the lips, in centimeters.</summary>
    private float Gap()
    {
        var lips = surface.Model.Ibug68;
        var widest = 0f;
        for (var i = 61; i <= 63; i++)
            widest = MathF.Max(widest, Vector3.Distance(Head[lips[i]], Head[lips[128 - i]]));
        return widest;
    }

    private void Paint(Mat photograph, Rect area, HeadView seen, Vector3 light, float gapBefore)
    {
        var shift = new Vector3(area.X, area.Y, 0);
        for (var i = 0; i < target.Length; i++)
            target[i] -= shift;
        var (right, up, near) = seen.Axes;
        var from = light.X * right + light.Y * up + light.Z * near;
        for (var i = 0; i < surface.SkinVertices; i++)
            gains[i] = 1 + Vector3.Dot(normals[i], from);
        var gap = Gap();
        var lips = Lips;
        var lit = gapBefore > PartedBefore * gap;
        foreach (var vertex in surface.MouthVertices)
            gains[vertex] = lit ? 1 : Math.Clamp(1 - (lips - Head[vertex].Z) / MouthDepth, Darkest, 1);
        rasterizer.Clear(area.Width, area.Height);
        painter.Draw(rasterizer, target, gap > Parted);
        painter.Paint(rasterizer, target, texture, gains, photograph, lit, picture);
    }
}

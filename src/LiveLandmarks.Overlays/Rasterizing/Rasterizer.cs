using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Meshes;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>
/// Draws meshes worn on a head, on the CPU: with a depth buffer over the part of the picture that the meshes cover, light from above and
/// the front, and pictures with alpha. For each head call <see cref="Begin"/>, then <see cref="Occlude"/> for meshes that hide others,
/// <see cref="Draw"/> for opaque meshes, <see cref="Blend"/> for transparent ones, and finally <see cref="Finish"/>. Reuses its buffers.
/// Not thread-safe.
/// </summary>
/// <param name="smooth">Whether to use four samples per pixel, so that the edges of meshes are smooth. One sample is enough for pictures,
/// whose edges are in their alpha.</param>
public sealed class Rasterizer(bool smooth)
{
    // For larger areas only one sample per pixel is used.
    private const int MaxSmoothPixels = 400_000;

    private const float Ambient = 0.42f;
    private const float Direct = 0.68f;

    // Direction from the surface to the light, in the camera's axes.
    private static readonly Vector3 Light = Vector3.Normalize(new Vector3(-0.35f, -0.75f, -0.7f));

    private HeadAnchor anchor;
    private Rect area;
    private int samples = 1, width, height;
    private float[] depth = [];
    private Vector4[] colors = [];
    private Vector3[] seen = [];
    private Vector3[] screen = [];

    /// <summary>Starts a head.</summary>
    /// <param name="head">Where the head is.</param>
    /// <param name="canvas">The picture that will be drawn on.</param>
    /// <param name="meshes">The meshes that will be drawn. Drawing is limited to the area that they cover.</param>
    /// <returns>Whether any of the meshes is in the picture; if not, nothing may be drawn.</returns>
    public bool Begin(HeadAnchor head, Mat canvas, params ReadOnlySpan<Mesh> meshes)
    {
        (anchor, area, samples) = (head, default, 1);
        var (low, high) = (new Vector2(float.PositiveInfinity), new Vector2(float.NegativeInfinity));
        foreach (var mesh in meshes)
        {
            foreach (var point in mesh.Positions)
            {
                var place = head.View.ToCamera(point);
                if (place.Z < HeadAnchor.NearestDepth)
                    continue;
                var pixel = head.Place(place);
                (low, high) = (Vector2.Min(low, pixel), Vector2.Max(high, pixel));
            }
        }
        low = Vector2.Max(low - Vector2.One, Vector2.Zero);
        high = Vector2.Min(high + Vector2.One, new Vector2(canvas.Cols - 1, canvas.Rows - 1));
        if (!(low.X <= high.X && low.Y <= high.Y))
            return false;
        var (left, top) = ((int)low.X, (int)low.Y);
        area = new Rect(left, top, (int)high.X - left + 1, (int)high.Y - top + 1);
        samples = smooth && area.Width * area.Height <= MaxSmoothPixels ? 2 : 1;
        (width, height) = (samples * area.Width, samples * area.Height);
        if (depth.Length < width * height)
            (depth, colors) = (new float[width * height], new Vector4[width * height]);
        Array.Clear(depth, 0, width * height);
        Array.Clear(colors, 0, width * height);
        return true;
    }

    /// <summary>Lets an invisible mesh hide what is drawn later.</summary>
    /// <param name="mesh">The mesh, such as <see cref="HeadProxy.Mesh"/>.</param>
    public void Occlude(Mesh mesh)
    {
        Place(mesh);
        for (var i = 0; i < mesh.Triangles.Length; i += 3)
        {
            if (Corners(mesh, i) is var (a, b, c))
                TriangleFill.Fill(screen[a], screen[b], screen[c], width, height, new DepthFragment(depth));
        }
    }

    /// <summary>Draws an opaque mesh in its colors, with lighting.</summary>
    /// <param name="mesh">The mesh.</param>
    public void Draw(Mesh mesh)
    {
        Place(mesh);
        for (var i = 0; i < mesh.Triangles.Length; i += 3)
        {
            if (Corners(mesh, i) is not var (a, b, c))
                continue;
            var normals = (Turn(mesh.Normals[a]), Turn(mesh.Normals[b]), Turn(mesh.Normals[c]));
            // Surfaces are lit on the visible side.
            var side = Vector3.Dot(normals.Item1 + normals.Item2 + normals.Item3, seen[a]) > 0 ? -1 : 1;
            var fragment = new LitFragment(
                depth, colors, Lit(mesh.Colors[a], side * normals.Item1), Lit(mesh.Colors[b], side * normals.Item2),
                Lit(mesh.Colors[c], side * normals.Item3));
            TriangleFill.Fill(screen[a], screen[b], screen[c], width, height, fragment);
        }
    }

    /// <summary>Lays a picture with alpha over a mesh.</summary>
    /// <param name="mesh">The mesh; its colors are ignored.</param>
    /// <param name="texture">The picture.</param>
    public void Blend(Mesh mesh, Texture texture)
    {
        Place(mesh);
        var level = Level(mesh, texture);
        for (var i = 0; i < mesh.Triangles.Length; i += 3)
        {
            if (Corners(mesh, i) is not var (a, b, c))
                continue;
            var fragment = new TexturedFragment(depth, colors, texture, level, Over(mesh, a), Over(mesh, b), Over(mesh, c));
            TriangleFill.Fill(screen[a], screen[b], screen[c], width, height, fragment);
        }
    }

    /// <summary>Puts the drawing onto the picture.</summary>
    /// <param name="canvas">BGR, 8 bits, the same size as in <see cref="Begin"/>; drawn on.</param>
    public unsafe void Finish(Mat canvas)
    {
        for (var y = 0; y < area.Height; y++)
        {
            var pixel = (byte*)canvas.Ptr(area.Y + y) + 3 * area.X;
            for (var x = 0; x < area.Width; x++, pixel += 3)
            {
                var at = samples * (y * width + x);
                var color = samples == 1 ? colors[at] : (colors[at] + colors[at + 1] + colors[at + width] + colors[at + width + 1]) / 4;
                if (color.W <= 0)
                    continue;
                var rest = 1 - color.W;
                pixel[0] = (byte)MathF.Min(255, color.X + rest * pixel[0] + 0.5f);
                pixel[1] = (byte)MathF.Min(255, color.Y + rest * pixel[1] + 0.5f);
                pixel[2] = (byte)MathF.Min(255, color.Z + rest * pixel[2] + 0.5f);
            }
        }
    }

    private static Vector4 Lit(Vector3 color, Vector3 normal) =>
        new(Vector3.Min(color * (Ambient + Direct * MathF.Max(0, Vector3.Dot(normal, Light))), new Vector3(255)), 1);

    private Vector3 Turn(Vector3 normal) => Vector3.Transform(normal, anchor.View.Rotation);

    private Vector3 Over(Mesh mesh, int vertex) => new(mesh.TexturePlaces[vertex] * screen[vertex].Z, screen[vertex].Z);

    private void Place(Mesh mesh)
    {
        if (seen.Length < mesh.Positions.Length)
            (seen, screen) = (new Vector3[mesh.Positions.Length], new Vector3[mesh.Positions.Length]);
        for (var i = 0; i < mesh.Positions.Length; i++)
        {
            seen[i] = anchor.View.ToCamera(mesh.Positions[i]);
            var place = (anchor.Place(seen[i]) - new Vector2(area.X - 0.5f, area.Y - 0.5f)) * samples;
            screen[i] = new Vector3(place.X - 0.5f, place.Y - 0.5f, 1 / seen[i].Z);
        }
    }

    /// <summary>The corners of a triangle; null if it is too near to be projected.</summary>
    private (int A, int B, int C)? Corners(Mesh mesh, int first)
    {
        var (a, b, c) = (mesh.Triangles[first], mesh.Triangles[first + 1], mesh.Triangles[first + 2]);
        return MathF.Min(seen[a].Z, MathF.Min(seen[b].Z, seen[c].Z)) < HeadAnchor.NearestDepth ? null : (a, b, c);
    }

    private float Level(Mesh mesh, Texture texture)
    {
        float onScreen = 0, inTexture = 0;
        for (var i = 0; i < mesh.Triangles.Length; i += 3)
        {
            if (Corners(mesh, i) is not var (a, b, c))
                continue;
            onScreen += MathF.Abs(TriangleFill.Cross(screen[b] - screen[a], screen[c] - screen[a]));
            var (u, v) = (mesh.TexturePlaces[b] - mesh.TexturePlaces[a], mesh.TexturePlaces[c] - mesh.TexturePlaces[a]);
            inTexture += MathF.Abs(u.X * v.Y - u.Y * v.X);
        }
        return onScreen > 0 ? MathF.Max(0, 0.5f * MathF.Log2(inTexture * texture.Width * texture.Height / onScreen)) : 0;
    }
}

/// <summary>Writes only depth.</summary>
internal readonly struct DepthFragment(float[] depth) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c) => depth[index] = MathF.Max(depth[index], nearness);
}

/// <summary>Draws an opaque surface; its lit colors are interpolated between the triangle's corners.</summary>
internal readonly struct LitFragment(float[] depth, Vector4[] colors, Vector4 first, Vector4 second, Vector4 third) : IFragment
{
    public void Take(int index, float nearness, float a, float b, float c)
    {
        if (nearness <= depth[index])
            return;
        depth[index] = nearness;
        colors[index] = a * first + b * second + c * third;
    }
}

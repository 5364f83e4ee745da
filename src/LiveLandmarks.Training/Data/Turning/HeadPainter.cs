using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Colors the pixels of a drawn head.</summary>
/// <param name="surface">The head's parts.</param>
internal sealed class HeadPainter(HeadSurface surface)
{
    // Blue, green, red of the mouth's inside and of teeth, if lit like skin.
    private static readonly Vector3 Inside = new(48, 42, 90), Enamel = new(140, 154, 162);

    private readonly int eyesFirst = surface.Skin.Length / 3;
    private readonly int mouthFirst = (surface.Skin.Length + surface.Eyes.Length) / 3;

    /// <summary>Finds the visible part of the head for every pixel.</summary>
    /// <param name="rasterizer">Receives the result.</param>
    /// <param name="vertices">The head's vertices in the picture.</param>
    /// <param name="mouth">Whether the mouth's inside can be seen.</param>
    public void Draw(Rasterizer rasterizer, ReadOnlySpan<Vector3> vertices, bool mouth)
    {
        rasterizer.Draw(vertices, surface.Skin, 0);
        rasterizer.Draw(vertices, surface.Eyes, eyesFirst);
        if (mouth)
            rasterizer.Draw(vertices, surface.Mouth, mouthFirst, bothSides: true);
    }

    /// <summary>Whether a triangle belongs to an eye.</summary>
    /// <param name="number">The triangle's number in the rasterizer.</param>
    public bool IsEye(int number) => number >= eyesFirst && number < mouthFirst;

    /// <summary>Paints the pixels.</summary>
    /// <param name="rasterizer">The triangle that each pixel shows.</param>
    /// <param name="vertices">The head's vertices in the picture.</param>
    /// <param name="texture">The source of the colors.</param>
    /// <param name="gains">Brightness of each vertex, relative to the photograph.</param>
    /// <param name="photograph">BGR, 8 bits.</param>
    /// <param name="mouthFromPhotograph">Whether the photograph shows the mouth's inside.</param>
    /// <param name="picture">BGR, 8 bits, of the rasterizer's size; painted upon.</param>
    public unsafe void Paint(
        Rasterizer rasterizer, ReadOnlySpan<Vector3> vertices, SkinTexture texture, ReadOnlySpan<float> gains, Mat photograph,
        bool mouthFromPhotograph, Mat picture)
    {
        var triangles = rasterizer.Triangles;
        var photo = new PhotoPixels((byte*)photograph.DataPointer, (int)photograph.Step(), photograph.Cols, photograph.Rows);
        for (var y = 0; y < rasterizer.Height; y++)
        {
            var row = (byte*)picture.Ptr(y);
            for (var x = 0; x < rasterizer.Width; x++)
            {
                var number = triangles[y * rasterizer.Width + x];
                if (number == Rasterizer.Nothing)
                    continue;
                var corners = CornersOf(number);
                var (a, b, c) = (corners[0], corners[1], corners[2]);
                var (partB, partC) = Shares(vertices[a], vertices[b], vertices[c], x, y);
                var partA = 1 - partB - partC;
                var gain = partA * gains[a] + partB * gains[b] + partC * gains[c];
                Vector3 color;
                if (number >= mouthFirst && !mouthFromPhotograph)
                {
                    color = a >= surface.Teeth.Start.Value && a < surface.Teeth.End.Value ? Enamel : Inside;
                }
                else
                {
                    var own = partA * texture.Share[a] + partB * texture.Share[b] + partC * texture.Share[c];
                    color = own > 0.99f ? photo.At(partA * texture.Own[a] + partB * texture.Own[b] + partC * texture.Own[c])
                        : Vector3.Lerp(
                            photo.At(partA * texture.Other[a] + partB * texture.Other[b] + partC * texture.Other[c]),
                            own > 0.01f ? photo.At(partA * texture.Own[a] + partB * texture.Own[b] + partC * texture.Own[c]) : Vector3.Zero,
                            own > 0.01f ? own : 0);
                }
                color = Vector3.Min(color * gain + new Vector3(0.5f), new Vector3(255));
                (row[3 * x], row[3 * x + 1], row[3 * x + 2]) = ((byte)color.X, (byte)color.Y, (byte)color.Z);
            }
        }
        Smooth(triangles, rasterizer.Width, rasterizer.Height, picture);
    }

    private static (float B, float C) Shares(Vector3 a, Vector3 b, Vector3 c, int x, int y)
    {
        var (e1, e2, d) = (b - a, c - a, new Vector3(x, y, 0) - a);
        var inverse = 1 / (e1.X * e2.Y - e1.Y * e2.X);
        return ((d.X * e2.Y - d.Y * e2.X) * inverse, (e1.X * d.Y - e1.Y * d.X) * inverse);
    }

    /// <summary>Blends the pixels on both sides of the outline, as a camera would.</summary>
    private static unsafe void Smooth(ReadOnlySpan<int> triangles, int width, int height, Mat picture)
    {
        for (var y = 1; y < height - 1; y++)
        {
            var row = (byte*)picture.Ptr(y);
            var above = (byte*)picture.Ptr(y - 1);
            var below = (byte*)picture.Ptr(y + 1);
            for (var x = 1; x < width - 1; x++)
            {
                var at = y * width + x;
                var head = triangles[at] < 0;
                if (triangles[at - 1] < 0 == head
                    && triangles[at + 1] < 0 == head
                    && triangles[at - width] < 0 == head
                    && triangles[at + width] < 0 == head)
                    continue;
                for (var i = 3 * x; i < 3 * x + 3; i++)
                    row[i] = (byte)((4 * row[i] + row[i - 3] + row[i + 3] + above[i] + below[i]) / 8);
            }
        }
    }

    private ReadOnlySpan<int> CornersOf(int number) =>
        number < eyesFirst ? surface.Skin.AsSpan(3 * number, 3)
        : number < mouthFirst ? surface.Eyes.AsSpan(3 * (number - eyesFirst), 3)
        : surface.Mouth.AsSpan(3 * (number - mouthFirst), 3);
}

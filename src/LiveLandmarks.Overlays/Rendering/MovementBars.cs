using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rendering;

/// <summary>Draws the strongest movements of a face as bars beside it. They keep the order of <see cref="Blendshape"/>, so that they do not
/// change places while the face moves.</summary>
internal static class MovementBars
{
    private const int Most = 10;
    private const float Weakest = 0.05f;

    // As shares of the picture's height.
    private const float RowShare = 0.032f, WidthShare = 0.28f;

    private static readonly Scalar Bar = new(80, 200, 80), Ground = new(40, 40, 40), Text = new(255, 255, 255);

    /// <summary>Draws the bars of a face.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="face">The face; nothing is drawn if its movements are unknown.</param>
    public static void Draw(Mat image, TrackedFace face)
    {
        if (face.Blendshapes is not { } shapes)
            return;
        Span<int> shown = stackalloc int[Most];
        var count = Strongest(shapes, shown);
        var row = Math.Max(12, (int)(RowShare * image.Height));
        var width = (int)(WidthShare * image.Height);
        // To the right of the face or, without room there, to its left.
        var box = face.Box;
        var x = (int)(box.X + box.Width) + row;
        if (x + 2 * width > image.Width && box.X > image.Width - box.X - box.Width)
            x = Math.Max(0, (int)box.X - 2 * width - row);
        for (var i = 0; i < count; i++)
        {
            var strength = shapes[(Blendshape)shown[i]]!.Value;
            var y = (int)box.Y + i * row;
            Cv2.Rectangle(image, new Rect(x, y, width, row - 3), Ground, -1);
            Cv2.Rectangle(image, new Rect(x, y, Math.Max(1, (int)(strength * width)), row - 3), Bar, -1);
            Cv2.PutText(image, Blendshapes.NameOf((Blendshape)shown[i]), new Point(x + 4, y + row - 7), HersheyFonts.HersheySimplex,
                row / 36.0, Text, 1, LineTypes.AntiAlias);
        }
    }

    /// <summary>Finds the strongest movements, in their own order.</summary>
    private static int Strongest(Blendshapes shapes, Span<int> shown)
    {
        Span<float> strengths = stackalloc float[Blendshapes.Count];
        for (var i = 0; i < strengths.Length; i++)
            strengths[i] = shapes[(Blendshape)i] ?? 0;
        Span<float> sorted = stackalloc float[Blendshapes.Count];
        strengths.CopyTo(sorted);
        sorted.Sort();
        var least = MathF.Max(Weakest, sorted[^shown.Length]);
        var count = 0;
        for (var i = 0; i < strengths.Length && count < shown.Length; i++)
        {
            if (strengths[i] >= least)
                shown[count++] = i;
        }
        return count;
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Reduces a part of a picture to the mean colors of a few squares. Owns its buffer; not thread-safe.</summary>
/// <param name="style">How the squares are shown.</param>
/// <param name="cells">Number of squares along the longer side of the hidden part.</param>
internal sealed class Mosaic(HidingStyle style, int cells) : IDisposable
{
    private readonly Mat small = new();

    /// <summary>Hides a box.</summary>
    /// <param name="picture">BGR, 8 bits; drawn on.</param>
    /// <param name="box">The box in image pixels. The part outside the picture counts for the size of the squares.</param>
    public void Hide(Mat picture, FaceBox box)
    {
        var left = (int)Math.Clamp(MathF.Floor(box.X), 0, picture.Cols);
        var top = (int)Math.Clamp(MathF.Floor(box.Y), 0, picture.Rows);
        var right = (int)Math.Clamp(MathF.Ceiling(box.X + box.Width) + 1, 0, picture.Cols);
        var bottom = (int)Math.Clamp(MathF.Ceiling(box.Y + box.Height) + 1, 0, picture.Rows);
        if (right <= left || bottom <= top)
            return;

        var cell = MathF.Max(1, box.Size() / cells);
        using var part = new Mat(picture, new Rect(left, top, right - left, bottom - top));
        Cv2.Resize(part, small, new Size(Squares(part.Cols, cell), Squares(part.Rows, cell)), 0, 0, InterpolationFlags.Area);
        Cv2.Resize(small, part, part.Size(), 0, 0, style == HidingStyle.Pixels ? InterpolationFlags.Nearest : InterpolationFlags.Linear);
    }

    /// <inheritdoc/>
    public void Dispose() => small.Dispose();

    private static int Squares(int length, float cell) => Math.Max(1, (int)(length / cell));
}

using OpenCvSharp;

namespace MakeClips;

/// <summary>The portrait, or a part of it, as a picture with soft edges that can be laid over a frame.</summary>
internal sealed class Cutout : IDisposable
{
    private readonly Mat colors = new();
    private readonly Mat transparency = new();

    private Cutout(Mat portrait, Mat mask, Scalar tint)
    {
        using var opacity = new Mat();
        Cv2.Merge([mask, mask, mask], opacity);
        opacity.ConvertTo(opacity, MatType.CV_32FC3, 1 / 255.0);
        opacity.ConvertTo(transparency, MatType.CV_32FC3, -1, 1);
        portrait.ConvertTo(colors, MatType.CV_32FC3);
        Cv2.Multiply(colors, opacity, colors);
        using var filter = new Mat(portrait.Size(), MatType.CV_32FC3, tint);
        Cv2.Multiply(colors, filter, colors);
    }

    /// <summary>The whole portrait, its edges feathered.</summary>
    /// <param name="portrait">BGR, 8 bits.</param>
    public static Cutout Whole(Mat portrait)
    {
        const int margin = 12;
        using var mask = new Mat(portrait.Size(), MatType.CV_8UC1, Scalar.All(0));
        Cv2.Rectangle(
            mask, new Rect(margin, margin, mask.Width - 2 * margin, mask.Height - 2 * margin), Scalar.All(255), -1);
        Cv2.GaussianBlur(mask, mask, new Size(0, 0), margin / 2.0);
        return new Cutout(portrait, mask, Scalar.All(1));
    }

    /// <summary>The part of the portrait inside an outline.</summary>
    /// <param name="portrait">BGR, 8 bits.</param>
    /// <param name="outline">A polygon in the portrait.</param>
    /// <param name="tint">Factors of blue, green and red.</param>
    public static Cutout Inside(Mat portrait, Point[] outline, Scalar tint)
    {
        using var mask = new Mat(portrait.Size(), MatType.CV_8UC1, Scalar.All(0));
        Cv2.FillPoly(mask, [outline], Scalar.All(255), LineTypes.AntiAlias);
        Cv2.GaussianBlur(mask, mask, new Size(0, 0), 2);
        // Keeps the feathering inside the outline, so that no rim of the old background shows.
        mask.ConvertTo(mask, MatType.CV_8UC1, 3, -510);
        return new Cutout(portrait, mask, tint);
    }

    /// <summary>Lays the picture over a frame.</summary>
    /// <param name="frame">BGR, floating point.</param>
    /// <param name="placement">Where the portrait lies.</param>
    public void LayOver(Mat frame, Placement placement)
    {
        using var behind = TransparencyAt(placement);
        using var matrix = placement.ToMatrix();
        using var warped = new Mat();
        Cv2.WarpAffine(colors, warped, matrix, Screen.Size, InterpolationFlags.Cubic);
        Cv2.Multiply(frame, behind, frame);
        Cv2.Add(frame, warped, frame);
    }

    /// <summary>How much of the background shows through at each pixel of a frame, 0 to 1, in three equal channels.</summary>
    /// <param name="placement">Where the portrait lies.</param>
    public Mat TransparencyAt(Placement placement)
    {
        using var matrix = placement.ToMatrix();
        var warped = new Mat();
        Cv2.WarpAffine(
            transparency, warped, matrix, Screen.Size, InterpolationFlags.Cubic, BorderTypes.Constant, Scalar.All(1));
        return warped;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        colors.Dispose();
        transparency.Dispose();
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>A picture rotated about its center, with a border around it. Owns its buffers; not thread-safe.</summary>
internal sealed class TurnedPicture : IDisposable
{
    // Limit for the picture before it is rotated; detectors reduce it further.
    private const int LongestSide = 400;

    private readonly Mat reduced = new();
    private readonly Mat matrix = new(2, 3, MatType.CV_64FC1, Scalar.All(0));
    private readonly Mat turned = new();
    private Mat? source;
    private float enlargement = 1;

    /// <summary>The transform from pixels of the rotated picture to those of the image.</summary>
    public Similarity ToImage { get; private set; }

    /// <summary>Sets the picture to rotate.</summary>
    /// <param name="image">BGR, 8 bits; must not change while it is in use here.</param>
    public void Take(Mat image)
    {
        var scale = LongestSide / (float)Math.Max(image.Cols, image.Rows);
        if (scale < 1)
            Cv2.Resize(image, reduced, new Size(Math.Max(1, scale * image.Cols), Math.Max(1, scale * image.Rows)), 0, 0,
                InterpolationFlags.Area);
        source = scale < 1 ? reduced : image;
        // The sides of the reduced picture are whole pixels, so its two scales can differ slightly.
        enlargement = 2f / (source.Cols / (float)image.Cols + source.Rows / (float)image.Rows);
    }

    /// <summary>Rotates the current picture.</summary>
    /// <param name="roll">The roll of a face in the image that becomes upright in the rotated picture; radians, clockwise on the
    /// screen.</param>
    /// <param name="border">Width of the border, as a share of the rotated picture's longer side.</param>
    /// <param name="mirror">Whether the border mirrors the picture; otherwise it is black.</param>
    /// <returns>BGR, 8 bits, valid until the next call.</returns>
    public unsafe Mat Turn(float roll, float border = 0, bool mirror = false)
    {
        if (source is null)
            throw new InvalidOperationException("There is no picture to rotate; call Take first.");

        var (sine, cosine) = MathF.SinCos(roll);
        var width = source.Cols * MathF.Abs(cosine) + source.Rows * MathF.Abs(sine);
        var height = source.Cols * MathF.Abs(sine) + source.Rows * MathF.Abs(cosine);
        var margin = 2 * border * MathF.Max(width, height);
        var size = new Size(Math.Max(1, MathF.Round(width + margin)), Math.Max(1, MathF.Round(height + margin)));

        // The centers coincide; the center of the first pixel is 0.
        var (toX, toY, fromX, fromY) = ((source.Cols - 1) / 2f, (source.Rows - 1) / 2f, (size.Width - 1) / 2f, (size.Height - 1) / 2f);
        var (shiftX, shiftY) = (toX - cosine * fromX + sine * fromY, toY - sine * fromX - cosine * fromY);
        var m = (double*)matrix.DataPointer;
        (m[0], m[1], m[2], m[3], m[4], m[5]) = (cosine, -sine, shiftX, sine, cosine, shiftY);
        Cv2.WarpAffine(
            source,
            turned,
            matrix,
            size,
            InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap,
            mirror ? BorderTypes.Reflect101 : BorderTypes.Constant,
            Scalar.Black);
        ToImage = new Similarity(
            enlargement * cosine, enlargement * sine, enlargement * (shiftX + 0.5f) - 0.5f, enlargement * (shiftY + 0.5f) - 0.5f);
        return turned;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reduced.Dispose();
        matrix.Dispose();
        turned.Dispose();
    }
}

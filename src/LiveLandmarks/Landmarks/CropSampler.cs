using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Cuts the network's square out of an image: bilinear, and black outside the image. If the square is at least twice the network's input,
/// it is first averaged over areas, so that large faces do not alias. Owns its buffers; not thread-safe.
/// </summary>
public sealed class CropSampler : IDisposable
{
    private readonly int size;
    private readonly Mat matrix = new(2, 3, MatType.CV_64FC1, Scalar.All(0));
    private readonly Mat reduced = new();
    private readonly Mat picture;

    // OpenCvSharp wraps the arguments of each call; this one can be kept.
    private readonly InputArray matrixArgument;

    /// <summary>Makes a sampler.</summary>
    /// <param name="size">Side of the crops in pixels.</param>
    public CropSampler(int size)
    {
        this.size = size;
        picture = new Mat(size, size, MatType.CV_8UC3);
        matrixArgument = InputArray.Create(matrix);
    }

    /// <summary>Samples a crop.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crop">The square, which may reach beyond the image.</param>
    /// <returns>BGR, 8 bits, of the network's input size; valid until the next call.</returns>
    public Mat Sample(Mat image, FaceCrop crop)
    {
        var factor = (int)(crop.Side / size);
        if (factor < 2 || Region(image, crop, factor) is not { } region)
        {
            Warp(image, crop.ToImage(size));
            return picture;
        }

        using (var part = new Mat(image, region))
            Cv2.Resize(part, reduced, new Size(region.Width / factor, region.Height / factor), 0, 0, InterpolationFlags.Area);

        // The center of a reduced pixel is the center of the pixels that it averages.
        var toImage = crop.ToImage(size);
        var middle = (factor - 1) / 2f;
        Warp(reduced, new Similarity(
            toImage.A / factor,
            toImage.B / factor,
            (toImage.Tx - region.X - middle) / factor,
            (toImage.Ty - region.Y - middle) / factor));
        return picture;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        matrixArgument.Dispose();
        matrix.Dispose();
        reduced.Dispose();
        picture.Dispose();
    }

    /// <summary>The part of the image under the crop, its sides whole multiples of the factor; null if there is none.</summary>
    private static Rect? Region(Mat image, FaceCrop crop, int factor)
    {
        var reach = crop.Side / 2 * (MathF.Abs(MathF.Cos(crop.Angle)) + MathF.Abs(MathF.Sin(crop.Angle))) + factor;
        var left = Math.Max(0, (int)MathF.Floor(crop.CenterX - reach));
        var top = Math.Max(0, (int)MathF.Floor(crop.CenterY - reach));
        var right = Math.Min(image.Cols, (int)MathF.Ceiling(crop.CenterX + reach));
        var bottom = Math.Min(image.Rows, (int)MathF.Ceiling(crop.CenterY + reach));
        var (width, height) = ((right - left) / factor * factor, (bottom - top) / factor * factor);
        return width > 0 && height > 0 ? new Rect(left, top, width, height) : null;
    }

    private unsafe void Warp(Mat source, Similarity toSource)
    {
        var m = (double*)matrix.DataPointer;
        (m[0], m[1], m[2], m[3], m[4], m[5]) = (toSource.A, -toSource.B, toSource.Tx, toSource.B, toSource.A, toSource.Ty);
        Cv2.WarpAffine(
            source,
            picture,
            matrixArgument,
            new Size(size, size),
            InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap,
            BorderTypes.Constant,
            Scalar.Black);
    }
}

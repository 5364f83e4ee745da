using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>The square picture that a detector sees: the whole image in the upper left corner, the rest black. Owns its buffer; not
/// thread-safe.</summary>
/// <param name="size">Side in pixels.</param>
public sealed class DetectorCanvas(int size) : IDisposable
{
    /// <summary>BGR, 8 bits, size×size.</summary>
    public Mat Picture { get; } = new(size, size, MatType.CV_8UC3, Scalar.Black);

    /// <summary>Scales an image into the canvas.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <returns>Canvas pixels per image pixel.</returns>
    public float Fit(Mat image)
    {
        var scale = size / (float)Math.Max(image.Cols, image.Rows);
        var width = Math.Clamp((int)MathF.Round(image.Cols * scale), 1, size);
        var height = Math.Clamp((int)MathF.Round(image.Rows * scale), 1, size);
        Picture.SetTo(Scalar.Black);
        using var corner = new Mat(Picture, new Rect(0, 0, width, height));
        Cv2.Resize(image, corner, corner.Size(), 0, 0, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);
        return scale;
    }

    /// <inheritdoc/>
    public void Dispose() => Picture.Dispose();
}

using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>A picture in overlapping parts, each as large as detectors look at, so that they see small faces larger. Owns its buffer; not thread-safe.</summary>
internal sealed class PictureParts : IDisposable
{
    /// <summary>Height from which on a face is large enough in the whole picture, in pixels of a part.</summary>
    public const int LargestFace = 64;

    private const int Side = 320;
    private const int Step = 240;

    // The whole picture is twice as long as a part.
    private const int LongestSide = 2 * Side;

    private readonly Mat reduced = new();

    /// <summary>The parts, in turn; none of a picture that a detector sees at its full resolution anyway.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <returns>A part, valid until the next is asked for, and the transform from its pixels to the image's.</returns>
    public IEnumerable<(Mat Part, Similarity ToImage)> Of(Mat image)
    {
        var longest = Math.Max(image.Cols, image.Rows);
        if (longest <= Side)
            yield break;

        var source = image;
        if (longest > LongestSide)
        {
            var scale = LongestSide / (float)longest;
            Cv2.Resize(image, reduced, new Size(Math.Max(1, scale * image.Cols), Math.Max(1, scale * image.Rows)), 0, 0, InterpolationFlags.Area);
            source = reduced;
        }
        var enlargement = image.Cols / (float)source.Cols;
        var (width, height) = (Math.Min(Side, source.Cols), Math.Min(Side, source.Rows));
        foreach (var y in Starts(source.Rows))
        {
            foreach (var x in Starts(source.Cols))
            {
                using var part = new Mat(source, new Rect(x, y, width, height));
                yield return (part, new Similarity(enlargement, 0, enlargement * x, enlargement * y));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reduced.Dispose();

    /// <summary>Where parts begin, evenly spread over a length.</summary>
    private static IEnumerable<int> Starts(int length)
    {
        var steps = Math.Max(0, (length - Side + Step - 1) / Step);
        for (var i = 0; i <= steps; i++)
            yield return steps == 0 ? 0 : (length - Side) * i / steps;
    }
}

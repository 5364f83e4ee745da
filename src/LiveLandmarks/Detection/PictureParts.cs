using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>A picture in overlapping parts, each as large as detectors look at, so that they see small faces larger. Owns its buffer; not
/// thread-safe.</summary>
internal sealed class PictureParts : IDisposable
{
    /// <summary>Height from which on a face is large enough in the whole picture, in pixels of a part.</summary>
    public const int LargestFace = 64;

    private const int Side = 320;
    private const int Step = 240;

    /// <summary>Longest side of the picture that parts are taken from: twice and four times that of a part.</summary>
    public const int Double = 2 * Side, Fourfold = 4 * Side;

    private readonly Mat reduced = new();

    /// <summary>The parts, in turn; none of a picture that a detector sees at its full resolution anyway.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="longestSide">A larger picture is reduced to this longest side first, which bounds the number of parts: 6 to 9 of twice,
    /// up to 25 of four times their side.</param>
    /// <param name="turn">Only one of the parts: they come in turn, so that after as many numbers as there are parts all were looked at.
    /// Null for all.</param>
    /// <returns>A part, valid until the next is asked for, and the transform from its pixels to the image's.</returns>
    public IEnumerable<(Mat Part, Similarity ToImage)> Of(Mat image, int longestSide, int? turn = null)
    {
        var longest = Math.Max(image.Cols, image.Rows);
        if (longest <= Side)
            yield break;

        var source = image;
        if (longest > longestSide)
        {
            var scale = longestSide / (float)longest;
            Cv2.Resize(image, reduced, new Size(Math.Max(1, scale * image.Cols), Math.Max(1, scale * image.Rows)), 0, 0,
                InterpolationFlags.Area);
            source = reduced;
        }
        var enlargement = image.Cols / (float)source.Cols;
        var (width, height) = (Math.Min(Side, source.Cols), Math.Min(Side, source.Rows));
        (int X, int Y)[] corners = [.. Starts(source.Rows).SelectMany(y => Starts(source.Cols).Select(x => (x, y)))];
        foreach (var (x, y) in turn is { } number ? [corners[(uint)number % corners.Length]] : corners)
        {
            using var part = new Mat(source, new Rect(x, y, width, height));
            yield return (part, new Similarity(enlargement, 0, enlargement * x, enlargement * y));
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

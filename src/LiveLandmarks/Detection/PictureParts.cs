using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>Splits a picture into overlapping parts of the size that detectors take, so that small faces appear larger. Owns its buffer;
/// not thread-safe.</summary>
internal sealed class PictureParts : IDisposable
{
    /// <summary>Height at which a face is large enough to be found in the whole picture, in pixels of a part.</summary>
    public const int LargestFace = 64;

    private const int Side = 320;
    private const int Step = 240;

    /// <summary>Longest side of the picture that is split into parts: twice and four times the side of a part.</summary>
    public const int Double = 2 * Side, Fourfold = 4 * Side;

    private readonly Mat reduced = new();

    /// <summary>The parts, one after another; none if a detector sees the picture at full resolution anyway.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="longestSide">A larger picture is first reduced to this longest side. This limits the number of parts: 6 to 9 for twice
    /// the side of a part, up to 25 for four times.</param>
    /// <param name="turn">Selects a single part: as many consecutive numbers as there are parts cover them all. Null for all parts.</param>
    /// <returns>A part, valid until the next one is requested, and the transform from its pixels to those of the image.</returns>
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

    /// <summary>Start positions of the parts, evenly spread over a length.</summary>
    private static IEnumerable<int> Starts(int length)
    {
        var steps = Math.Max(0, (length - Side + Step - 1) / Step);
        for (var i = 0; i <= steps; i++)
            yield return steps == 0 ? 0 : (length - Side) * i / steps;
    }
}

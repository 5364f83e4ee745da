namespace LiveLandmarks.Detection;

/// <summary>Reads the faces from a detector's map: the cells that score highest among their neighbors. Owns its buffer; not
/// thread-safe.</summary>
/// <param name="inputSize">Side of the network's input in pixels.</param>
/// <param name="size">Side of the map in cells.</param>
public sealed class DetectorDecoder(int inputSize, int size)
{
    /// <summary>Channels of the map.</summary>
    public const int Channels = 5;

    private const float MaximumOverlap = 0.4f;

    private readonly List<FaceBox> boxes = [];

    /// <summary>Finds the faces in a map.</summary>
    /// <param name="map">[5, map, map]: score, center offset x and y in cells, logarithm of width and height in cells.</param>
    /// <param name="minimumScore">Lowest score of a face, 0 to 1.</param>
    /// <param name="scale">Canvas pixels per image pixel.</param>
    /// <returns>Boxes in image pixels, best first; of two that overlap by an IoU above 0.4, only the better one.</returns>
    public IReadOnlyList<FaceBox> Decode(ReadOnlySpan<float> map, float minimumScore, float scale = 1)
    {
        boxes.Clear();
        var cells = size * size;
        var stride = inputSize / (float)size / scale;
        for (var cell = 0; cell < cells; cell++)
        {
            var score = map[cell];
            var (y, x) = Math.DivRem(cell, size);
            if (!(score >= minimumScore) || !IsPeak(map, x, y, score))
                continue;
            var centerX = (x + map[cells + cell] + 0.5f) * stride;
            var centerY = (y + map[2 * cells + cell] + 0.5f) * stride;
            var width = MathF.Exp(map[3 * cells + cell]) * stride;
            var height = MathF.Exp(map[4 * cells + cell]) * stride;
            if (float.IsFinite(width) && float.IsFinite(height) && float.IsFinite(centerX) && float.IsFinite(centerY))
                boxes.Add(new FaceBox(centerX - width / 2, centerY - height / 2, width, height, MathF.Min(score, 1)));
        }
        return NonMaximumSuppression.Keep(boxes, box => box, MaximumOverlap);
    }

    private bool IsPeak(ReadOnlySpan<float> map, int x, int y, float score)
    {
        for (var v = Math.Max(0, y - 1); v <= Math.Min(size - 1, y + 1); v++)
        {
            for (var u = Math.Max(0, x - 1); u <= Math.Min(size - 1, x + 1); u++)
            {
                if (map[v * size + u] > score)
                    return false;
            }
        }
        return true;
    }
}

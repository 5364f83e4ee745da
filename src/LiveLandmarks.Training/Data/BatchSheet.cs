using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>A contact sheet of a batch, to see what the network is trained on: crops above, the same crops under their targets below.</summary>
public static class BatchSheet
{
    /// <summary>Draws a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="columns">Crops side by side.</param>
    /// <returns>BGR, 8 bits; the caller disposes it.</returns>
    public static Mat Draw(Batch batch, int columns = 4)
    {
        var (size, rows) = (batch.InputSize, (batch.Count + columns - 1) / columns);
        var sheet = new Mat(2 * rows * size, columns * size, MatType.CV_8UC3, Scalar.Black);
        for (var i = 0; i < batch.Count; i++)
        {
            var (left, top) = (i % columns * size, i / columns * 2 * size);
            DrawCrop(sheet, batch, i, left, top, withTargets: false);
            DrawCrop(sheet, batch, i, left, top + size, withTargets: true);
        }
        return sheet;
    }

    private static void DrawCrop(Mat sheet, Batch batch, int place, int left, int top, bool withTargets)
    {
        var size = batch.InputSize;
        var image = batch.Images.AsSpan(place * 3 * size * size, 3 * size * size);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var at = y * size + x;
                var (red, green, blue) = (image[at], image[size * size + at], image[2 * size * size + at]);
                if (withTargets)
                {
                    var (landmark, boundary) = TargetsAt(batch, place, x * batch.MapSize / size, y * batch.MapSize / size);
                    (red, green, blue) = (0.5f * red, 0.5f * green + 0.5f * landmark, 0.5f * blue + 0.5f * boundary);
                }
                sheet.Set(top + y, left + x, new Vec3b(Level(blue), Level(green), Level(red)));
            }
        }
    }

    private static byte Level(float value) => (byte)Math.Clamp(255 * value + 0.5f, 0, 255);

    /// <summary>The highest landmark target of a cell, and that of the last map, the boundary.</summary>
    private static (float Landmark, float Boundary) TargetsAt(Batch batch, int place, int column, int row)
    {
        var plane = batch.MapSize * batch.MapSize;
        var at = place * batch.Channels * plane + row * batch.MapSize + column;
        var highest = 0f;
        for (var channel = 0; channel < batch.Channels - 1; channel++)
            highest = MathF.Max(highest, batch.Heatmaps[at + channel * plane]);
        return (highest, batch.Heatmaps[at + (batch.Channels - 1) * plane]);
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>A contact sheet of a batch, to see what the network is trained on: crops above, the same crops under their targets
/// below.</summary>
public static class BatchSheet
{
    /// <summary>Draws a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="targets">Its heatmaps, [N, C, map, map].</param>
    /// <param name="maps">Number of maps, from the first, that are shown in green: those of the landmarks, or the score of a
    /// detector.</param>
    /// <param name="columns">Crops in a row.</param>
    /// <param name="boundary">Whether the last map is shown in blue.</param>
    /// <returns>BGR, 8 bits; the caller disposes it.</returns>
    public static Mat Draw(Batch batch, float[] targets, int maps, int columns = 4, bool boundary = false)
    {
        var (size, rows) = (batch.InputSize, (batch.Count + columns - 1) / columns);
        var sheet = new Mat(2 * rows * size, columns * size, MatType.CV_8UC3, Scalar.Black);
        for (var i = 0; i < batch.Count; i++)
        {
            var (left, top) = (i % columns * size, i / columns * 2 * size);
            DrawCrop(sheet, batch, targets, i, left, top, 0, false);
            DrawCrop(sheet, batch, targets, i, left, top + size, maps, boundary);
        }
        return sheet;
    }

    private static void DrawCrop(Mat sheet, Batch batch, float[] targets, int place, int left, int top, int maps, bool boundary)
    {
        var size = batch.InputSize;
        var image = batch.Images.AsSpan(place * 3 * size * size, 3 * size * size);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var at = y * size + x;
                var (red, green, blue) = (image[at], image[size * size + at], image[2 * size * size + at]);
                if (maps > 0)
                {
                    var cell = y * batch.MapSize / size * batch.MapSize + x * batch.MapSize / size;
                    (red, green, blue) = (0.5f * red, 0.5f * green + 0.5f * Highest(batch, targets, place, cell, maps),
                        0.5f * blue + (boundary ? 0.5f * Target(batch, targets, place, cell, batch.Channels - 1) : 0));
                }
                sheet.At<Vec3b>(top + y, left + x) = new Vec3b(Level(blue), Level(green), Level(red));
            }
        }
    }

    private static byte Level(float value) => (byte)Math.Clamp(255 * value + 0.5f, 0, 255);

    private static float Highest(Batch batch, float[] targets, int place, int cell, int maps)
    {
        var highest = 0f;
        for (var channel = 0; channel < maps; channel++)
            highest = MathF.Max(highest, Target(batch, targets, place, cell, channel));
        return highest;
    }

    private static float Target(Batch batch, float[] targets, int place, int cell, int channel)
    {
        var plane = batch.MapSize * batch.MapSize;
        return targets[(place * batch.Channels + channel) * plane + cell];
    }
}

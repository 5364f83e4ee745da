using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// A picture seen so small that it costs next to nothing to compare: 32×24 cells of brightness. They are compared as they are, and once more in units of
/// their mean deviation from their median, so that neither a thing that comes into view nor exposure counts for more than it is. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class Thumbnail
{
    private const int Width = 32, Height = 24, Cells = Width * Height;

    // Points looked at in a cell, on each axis.
    private const int Points = 4;

    // Grey levels; below this deviation a picture counts as flat.
    private const float LeastDeviation = 12;

    // A cell is explained by the other picture when its value lies no further from those around its place there, in mean deviations.
    private const float Tolerance = 0.3f;

    // Up to this change nothing can be gained by a shift.
    private const float Unmoved = 0.05f;

    private const int MostShiftX = 8, MostShiftY = 6, Step = 2;

    private readonly float[] grey = new float[Cells];
    private readonly float[] cells = new float[Cells];
    private readonly float[] sorted = new float[Cells];
    private float deviation;

    /// <summary>Takes the place of what was seen before.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    public void Take(Mat image)
    {
        Sample(image);
        grey.CopyTo(sorted, 0);
        Array.Sort(sorted);
        var median = sorted[Cells / 2];
        var sum = 0f;
        foreach (var cell in grey)
            sum += MathF.Abs(cell - median);
        deviation = MathF.Max(LeastDeviation, sum / Cells);
        for (var i = 0; i < Cells; i++)
            cells[i] = (grey[i] - median) / deviation;
    }

    /// <summary>Becomes a copy of another.</summary>
    public void Take(Thumbnail other)
    {
        other.grey.CopyTo(grey, 0);
        other.cells.CopyTo(cells, 0);
        deviation = other.deviation;
    }

    /// <summary>
    /// How much of the picture another one does not explain, 0 to 1: by what is near the same place there, or near a place shifted alike for all.
    /// </summary>
    public float ChangeFrom(Thumbnail other)
    {
        var change = Unexplained(other, 0, 0);
        if (change <= Unmoved)
            return change;
        var (x, y) = BestShift(other);
        return (x, y) == (0, 0) ? change : MathF.Min(change, Unexplained(other, x, y));
    }

    private static (int From, int To) Overlap(int shift, int size) => (Math.Max(0, shift), Math.Min(size, size + shift));

    private unsafe void Sample(Mat image)
    {
        var data = image.DataPointer;
        var (step, channels) = (image.Step(), image.Channels());
        var columns = stackalloc int[Width * Points];
        for (var i = 0; i < Width * Points; i++)
            columns[i] = channels * (int)((i + 0.5f) / (Width * Points) * image.Cols);
        Array.Clear(grey);
        for (var j = 0; j < Height * Points; j++)
        {
            var row = data + step * (int)((j + 0.5f) / (Height * Points) * image.Rows);
            var first = j / Points * Width;
            for (var i = 0; i < Width * Points; i++)
            {
                var pixel = row + columns[i];
                grey[first + i / Points] += (pixel[0] + 2 * pixel[1] + pixel[2]) * (1f / (4 * Points * Points));
            }
        }
    }

    /// <summary>The share of cells, of this picture and of the other, that have nothing like them around their place in the other one, shifted.</summary>
    private float Unexplained(Thumbnail other, int x, int y) => MathF.Min(
        Unexplained(grey, other.grey, x, y, Tolerance * MathF.Max(deviation, other.deviation)),
        Unexplained(cells, other.cells, x, y, Tolerance));

    private static float Unexplained(float[] these, float[] others, int x, int y, float tolerance) =>
        (OneSided(these, others, x, y, tolerance) + OneSided(others, these, -x, -y, tolerance)) / 2;

    private static float OneSided(float[] cells, float[] others, int shiftX, int shiftY, float tolerance)
    {
        var ((left, right), (top, bottom)) = (Overlap(shiftX, Width), Overlap(shiftY, Height));
        var count = 0;
        for (var y = top; y < bottom; y++)
        {
            var (above, below) = (Math.Max(0, y - shiftY - 1), Math.Min(Height - 1, y - shiftY + 1));
            for (var x = left; x < right; x++)
            {
                var cell = cells[y * Width + x];
                // Mostly the same place explains it.
                if (MathF.Abs(cell - others[(y - shiftY) * Width + x - shiftX]) <= tolerance)
                    continue;
                var (low, high) = (float.MaxValue, float.MinValue);
                for (var v = above; v <= below; v++)
                {
                    for (var u = Math.Max(0, x - shiftX - 1); u <= Math.Min(Width - 1, x - shiftX + 1); u++)
                        (low, high) = (MathF.Min(low, others[v * Width + u]), MathF.Max(high, others[v * Width + u]));
                }
                if (cell < low - tolerance || cell > high + tolerance)
                    count++;
            }
        }
        return count / (float)((right - left) * (bottom - top));
    }

    /// <summary>The shift at which the pictures differ least: every second one first, then those around the best.</summary>
    private (int X, int Y) BestShift(Thumbnail other)
    {
        var (best, bestX, bestY) = (Difference(other, 0, 0, Step), 0, 0);
        for (var y = -MostShiftY; y <= MostShiftY; y += Step)
        {
            for (var x = -MostShiftX; x <= MostShiftX; x += Step)
                Try(x, y, Step);
        }
        var (centreX, centreY) = (bestX, bestY);
        best = Difference(other, bestX, bestY, 1);
        for (var y = centreY - 1; y <= centreY + 1; y++)
        {
            for (var x = centreX - 1; x <= centreX + 1; x++)
                Try(x, y, 1);
        }
        return (bestX, bestY);

        void Try(int x, int y, int step)
        {
            if (Difference(other, x, y, step) is var difference && difference < best)
                (best, bestX, bestY) = (difference, x, y);
        }
    }

    private float Difference(Thumbnail other, int shiftX, int shiftY, int step)
    {
        var ((left, right), (top, bottom)) = (Overlap(shiftX, Width), Overlap(shiftY, Height));
        var (sum, count) = (0f, 0);
        for (var y = top; y < bottom; y += step)
        {
            for (var x = left; x < right; x += step)
            {
                sum += MathF.Abs(cells[y * Width + x] - other.cells[(y - shiftY) * Width + x - shiftX]);
                count++;
            }
        }
        return sum / count;
    }
}

using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// A picture reduced so far that comparisons cost almost nothing: 32×24 cells of brightness. The cells are compared as they are, and once
/// more in units of their mean deviation from their median, so that neither an object that comes into view nor a change of exposure counts
/// for too much. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class Thumbnail
{
    private const int Width = 32, Height = 24, Cells = Width * Height;

    // Number of points sampled in a cell, on each axis.
    private const int Points = 3;

    private const int Levels = 256;

    // In gray levels; below this deviation a picture counts as flat.
    private const float MinDeviation = 12;

    // The other picture explains a cell if the cell's value is within this tolerance of the values around the same place there, in mean
    // deviations.
    private const float Tolerance = 0.3f;

    // If the change is at most this, a shift cannot improve it.
    private const float Unmoved = 0.05f;

    private const int MaxShiftX = 8, MaxShiftY = 6, Step = 2;

    private readonly float[] grey = new float[Cells];

    // The smallest and the largest value of a cell and its eight neighbors.
    private readonly float[] low = new float[Cells];
    private readonly float[] high = new float[Cells];
    private float median, deviation = MinDeviation;

    /// <summary>Takes an image, in place of the one taken before.</summary>
    /// <param name="image">BGR, 8 bits, any size from 1×1.</param>
    public void Take(Mat image)
    {
        Sample(image);
        median = Median();
        var sum = 0f;
        foreach (var cell in grey)
            sum += MathF.Abs(cell - median);
        deviation = MathF.Max(MinDeviation, sum / Cells);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
                FindNeighbors(x, y);
        }
    }

    /// <summary>Copies another thumbnail.</summary>
    public void Take(Thumbnail other)
    {
        other.grey.CopyTo(grey, 0);
        other.low.CopyTo(low, 0);
        other.high.CopyTo(high, 0);
        (median, deviation) = (other.median, other.deviation);
    }

    /// <summary>
    /// The share of the picture that another one does not explain, 0 to 1. A cell is explained by the values near the same place there, or
    /// near that place after one shift for all cells.
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
            for (var cell = 0; cell < Width; cell++)
            {
                var sum = 0;
                for (var i = cell * Points; i < (cell + 1) * Points; i++)
                {
                    var pixel = row + columns[i];
                    sum += pixel[0] + 2 * pixel[1] + pixel[2];
                }
                grey[first + cell] += sum * (1f / (4 * Points * Points));
            }
        }
    }

    private float Median()
    {
        Span<int> counts = stackalloc int[Levels];
        counts.Clear();
        foreach (var cell in grey)
            counts[Math.Clamp((int)cell, 0, Levels - 1)]++;
        var (level, below) = (0, counts[0]);
        while (below <= Cells / 2)
            below += counts[++level];
        return level;
    }

    private void FindNeighbors(int x, int y)
    {
        var (least, greatest) = (float.MaxValue, float.MinValue);
        for (var v = Math.Max(0, y - 1); v <= Math.Min(Height - 1, y + 1); v++)
        {
            for (var u = Math.Max(0, x - 1); u <= Math.Min(Width - 1, x + 1); u++)
                (least, greatest) = (MathF.Min(least, grey[v * Width + u]), MathF.Max(greatest, grey[v * Width + u]));
        }
        (low[y * Width + x], high[y * Width + x]) = (least, greatest);
    }

    /// <summary>The share of cells, in both pictures, without a similar value around their place in the other picture, which is
    /// shifted.</summary>
    private float Unexplained(Thumbnail other, int x, int y)
    {
        var tolerance = Tolerance * MathF.Max(deviation, other.deviation);
        var plain = OneSided(this, other, x, y, 1, 0, tolerance) + OneSided(other, this, -x, -y, 1, 0, tolerance);
        // This picture at the other's exposure, and vice versa.
        var exposed = OneSided(this, other, x, y, other.deviation / deviation, other.median - median * other.deviation / deviation,
            Tolerance * other.deviation)
            + OneSided(other, this, -x, -y, deviation / other.deviation, median - other.median * deviation / other.deviation,
                Tolerance * deviation);
        return MathF.Min(plain, exposed) / 2;
    }

    /// <summary>The share of one picture's cells that, after scaling by a factor and adding an offset, lie outside the values around their
    /// place in another.</summary>
    private static float OneSided(Thumbnail one, Thumbnail other, int shiftX, int shiftY, float factor, float offset, float tolerance)
    {
        var ((left, right), (top, bottom)) = (Overlap(shiftX, Width), Overlap(shiftY, Height));
        var count = 0;
        for (var y = top; y < bottom; y++)
        {
            var place = (y - shiftY) * Width + left - shiftX;
            var cells = one.grey.AsSpan(y * Width + left, right - left);
            var least = other.low.AsSpan(place, right - left);
            var greatest = other.high.AsSpan(place, right - left);
            var x = 0;
            for (; x <= cells.Length - Vector<float>.Count; x += Vector<float>.Count)
            {
                var cell = new Vector<float>(cells[x..]) * factor + new Vector<float>(offset);
                var beyond = Vector.LessThan(cell, new Vector<float>(least[x..]) - new Vector<float>(tolerance))
                    | Vector.GreaterThan(cell, new Vector<float>(greatest[x..]) + new Vector<float>(tolerance));
                count -= Vector.Sum(beyond);
            }
            for (; x < cells.Length; x++)
            {
                var cell = cells[x] * factor + offset;
                if (cell < least[x] - tolerance || cell > greatest[x] + tolerance)
                    count++;
            }
        }
        return count / (float)((right - left) * (bottom - top));
    }

    /// <summary>The shift at which the pictures differ least: tries every second shift first, then those around the best.</summary>
    private (int X, int Y) BestShift(Thumbnail other)
    {
        var (best, bestX, bestY) = (float.MaxValue, 0, 0);
        for (var y = -MaxShiftY; y <= MaxShiftY; y += Step)
        {
            for (var x = -MaxShiftX; x <= MaxShiftX; x += Step)
                Try(x, y);
        }
        var (centerX, centerY) = (bestX, bestY);
        for (var y = centerY - 1; y <= centerY + 1; y++)
        {
            for (var x = centerX - 1; x <= centerX + 1; x++)
                Try(x, y);
        }
        return (bestX, bestY);

        void Try(int x, int y)
        {
            if (Difference(other, x, y) is var difference && difference < best)
                (best, bestX, bestY) = (difference, x, y);
        }
    }

    /// <summary>Mean difference of the cells, corrected for exposure, in mean deviations.</summary>
    private float Difference(Thumbnail other, int shiftX, int shiftY)
    {
        var ((left, right), (top, bottom)) = (Overlap(shiftX, Width), Overlap(shiftY, Height));
        var (factor, offset) = (deviation / other.deviation, median - other.median * deviation / other.deviation);
        var sum = 0f;
        for (var y = top; y < bottom; y++)
        {
            var cells = grey.AsSpan(y * Width + left, right - left);
            var others = other.grey.AsSpan((y - shiftY) * Width + left - shiftX, right - left);
            var x = 0;
            for (; x <= cells.Length - Vector<float>.Count; x += Vector<float>.Count)
                sum += Vector.Sum(Vector.Abs(
                    new Vector<float>(cells[x..]) - new Vector<float>(others[x..]) * factor - new Vector<float>(offset)));
            for (; x < cells.Length; x++)
                sum += MathF.Abs(cells[x] - others[x] * factor - offset);
        }
        return sum / ((right - left) * (bottom - top));
    }
}

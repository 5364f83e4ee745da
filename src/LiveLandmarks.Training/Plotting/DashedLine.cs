namespace LiveLandmarks.Training.Plotting;

/// <summary>Cuts a line into dashes, which OpenCV does not draw by itself.</summary>
internal static class DashedLine
{
    /// <summary>Cuts a line.</summary>
    /// <param name="corners">The line's corners in order.</param>
    /// <param name="dash">Length of a dash, above 0.</param>
    /// <param name="gap">Length of the gap after it, above 0.</param>
    /// <returns>The corners of each dash.</returns>
    public static IEnumerable<IReadOnlyList<ChartPoint>> Cut(IReadOnlyList<ChartPoint> corners, double dash, double gap)
    {
        var (drawing, left) = (true, dash);
        List<ChartPoint> current = corners.Count > 0 ? [corners[0]] : [];
        for (var i = 1; i < corners.Count; i++)
        {
            var at = corners[i - 1];
            for (var length = Length(at, corners[i]); length > left; length = Length(at, corners[i]))
            {
                at = new ChartPoint(at.X + (corners[i].X - at.X) * left / length, at.Y + (corners[i].Y - at.Y) * left / length);
                if (drawing)
                    yield return [.. current, at];
                (drawing, left) = (!drawing, drawing ? gap : dash);
                current = [at];
            }
            left -= Length(at, corners[i]);
            current.Add(corners[i]);
        }
        if (drawing && current.Count > 1)
            yield return current;
    }

    private static double Length(ChartPoint a, ChartPoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}

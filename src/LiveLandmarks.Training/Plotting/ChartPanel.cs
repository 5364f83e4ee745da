namespace LiveLandmarks.Training.Plotting;

/// <summary>Draws one chart of a figure, without its legend.</summary>
/// <param name="chart">The chart.</param>
internal sealed class ChartPanel(LineChart chart)
{
    /// <summary>Room that a panel needs above and below its area: for labels and titles.</summary>
    public const double Top = 40, Bottom = 55;

    private const double LeastLeft = 70, LabelGap = 8, TitleBase = 18, TitleGap = 10;

    private readonly AxisScale x = new(chart.X, chart.Series.SelectMany(series => series.Points, (_, point) => point.X));
    private readonly AxisScale y = new(chart.Y, chart.Series.SelectMany(series => series.Points, (_, point) => point.Y));

    /// <summary>Room that the panel needs left of its area, so that labels and axis title do not touch.</summary>
    public double Left => Math.Max(LeastLeft, TitleBase + TitleGap + LabelGap + y.Ticks.Select(tick => PictureCanvas.WidthOf(AxisScale.Label(tick))).DefaultIfEmpty().Max());

    /// <summary>Draws it.</summary>
    /// <param name="canvas">What it is drawn on.</param>
    /// <param name="area">Where its curves lie; title, labels and axis titles are around it.</param>
    public void Draw(IChartCanvas canvas, ChartArea area)
    {
        canvas.Section("title");
        canvas.Text(chart.Title, new ChartPoint(area.Left + area.Width / 2, area.Top - 16), TextAnchor.Middle, size: 15);

        canvas.Section("x-axis");
        canvas.Text(chart.X.Title, new ChartPoint(area.Left + area.Width / 2, area.Bottom + Bottom - 14), TextAnchor.Middle);
        foreach (var tick in x.Ticks)
        {
            var place = area.Left + area.Width * x.Fraction(tick);
            canvas.Line(new ChartPoint(place, area.Top), new ChartPoint(place, area.Bottom), ChartStroke.Grid);
            canvas.Text(AxisScale.Label(tick), new ChartPoint(place, area.Bottom + 18), TextAnchor.Middle);
        }

        canvas.Section("y-axis");
        canvas.Text(chart.Y.Title, new ChartPoint(TitleBase, area.Top + area.Height / 2), TextAnchor.Middle, upwards: true);
        foreach (var tick in y.Ticks)
        {
            var place = area.Top + area.Height * (1 - y.Fraction(tick));
            canvas.Line(new ChartPoint(area.Left, place), new ChartPoint(area.Right, place), ChartStroke.Grid);
            canvas.Text(AxisScale.Label(tick), new ChartPoint(area.Left - LabelGap, place + 4), TextAnchor.End);
        }

        canvas.Section("series");
        for (var i = 0; i < chart.Series.Count; i++)
            canvas.Series(chart.Series[i], Pieces(chart.Series[i], area), ChartStroke.Of(chart.Series[i], i), area);
    }

    /// <summary>The corners of a series in pixels, cut where one has no place.</summary>
    private List<IReadOnlyList<ChartPoint>> Pieces(ChartSeries series, ChartArea area)
    {
        List<IReadOnlyList<ChartPoint>> pieces = [];
        List<ChartPoint> piece = [];
        foreach (var point in series.Points)
        {
            var place = new ChartPoint(area.Left + area.Width * x.Fraction(point.X), area.Top + area.Height * (1 - y.Fraction(point.Y)));
            if (place.IsFinite)
            {
                if (piece.Count == 0)
                    pieces.Add(piece);
                piece.Add(place);
            }
            else if (piece.Count > 0)
            {
                piece = [];
            }
        }
        return pieces;
    }
}

using System.Xml.Linq;
using LiveLandmarks.Output;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Charts one below the other with one legend, as SVG or as a picture.</summary>
/// <param name="Charts">At least one; all have the same series in the same order, those without points included.</param>
/// <param name="PlotHeight">Height of each chart's curves in pixels.</param>
public sealed record ChartFigure(IReadOnlyList<LineChart> Charts, double PlotHeight = 365)
{
    private const double PlotWidth = 500;
    private const double LegendLine = 20, LegendKey = 24, LeastLegend = 190;

    // Fonts of SVG viewers differ; some are a little wider than the picture's.
    private const double Spare = 1.15;
    private const int LongestName = 48;

    private double Left => Charts.Max(chart => new ChartPanel(chart).Left);

    private double PanelHeight => ChartPanel.Top + PlotHeight + ChartPanel.Bottom;

    private double Width => Left + PlotWidth + Math.Max(LeastLegend, 54 + Spare * Charts[0].Series.Select(series => PictureCanvas.WidthOf(Short(series.Name))).DefaultIfEmpty().Max());

    private double Height => Charts.Count * PanelHeight;

    /// <summary>Draws the figure.</summary>
    /// <returns>An SVG document.</returns>
    /// <exception cref="ArgumentException">An axis ends before it begins.</exception>
    public XDocument ToSvg()
    {
        var canvas = new SvgCanvas(Width, Height, string.Join(", ", Charts.Select(chart => chart.Title)));
        Draw(canvas);
        return canvas.Document;
    }

    /// <summary>Writes the figure to a file.</summary>
    /// <param name="path">An <c>.svg</c> file or a picture, such as <c>.png</c>; one that exists is replaced.</param>
    /// <exception cref="OutputException">It cannot be written, or the format is unknown.</exception>
    public void Save(string path)
    {
        if (Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            OutputFile.Write(path, file => ToSvg().Save(file));
            return;
        }
        using var canvas = new PictureCanvas(Width, Height);
        Draw(canvas);
        PictureFile.Write(path, canvas.Picture);
    }

    private static string Short(string name) => name.Length <= LongestName ? name : $"...{name[^(LongestName - 3)..]}";

    private void Draw(IChartCanvas canvas)
    {
        var left = Left;
        for (var i = 0; i < Charts.Count; i++)
            new ChartPanel(Charts[i]).Draw(canvas, new ChartArea(left, i * PanelHeight + ChartPanel.Top, PlotWidth, PlotHeight));

        canvas.Section("legend");
        var from = left + PlotWidth + 14;
        for (var i = 0; i < Charts[0].Series.Count; i++)
        {
            var (series, height) = (Charts[0].Series[i], ChartPanel.Top + 10 + LegendLine * i);
            canvas.Line(new ChartPoint(from, height), new ChartPoint(from + LegendKey, height), ChartStroke.Of(series, i));
            canvas.Text(Short(series.Name), new ChartPoint(from + LegendKey + 6, height + 4), TextAnchor.Start);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LiveLandmarks.Output;

namespace LiveLandmarks.Training.Plotting;

/// <summary>A chart of lines, drawn as SVG: for loss curves, training curves and cumulative error curves.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines; the first is drawn first.</param>
public sealed record LineChart(string Title, ChartAxis X, ChartAxis Y, IReadOnlyList<ChartSeries> Series)
{
    private const double Width = 760, Height = 460;
    private const double Left = 70, Top = 40, Right = 190, Bottom = 55;
    private const double PlotWidth = Width - Left - Right, PlotHeight = Height - Top - Bottom;
    private const double LegendLine = 20;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Okabe and Ito's palette, which colour-blind readers can tell apart, with its yellow left out as too pale for lines.
    private static readonly string[] Palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"];

    /// <summary>Draws the chart.</summary>
    /// <returns>An SVG document.</returns>
    /// <exception cref="ArgumentException">An axis ends before it begins.</exception>
    public XDocument ToSvg()
    {
        var x = new AxisScale(X, Series.SelectMany(series => series.Points, (_, point) => point.X));
        var y = new AxisScale(Y, Series.SelectMany(series => series.Points, (_, point) => point.Y));
        return new XDocument(new XElement(Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}")),
            new XAttribute("font-family", "sans-serif"), new XAttribute("font-size", 12),
            new XElement(Svg + "title", Title),
            Element("clipPath", [("id", "plot")], Rectangle()),
            Element("rect", [("width", "100%"), ("height", "100%"), ("fill", "white")]),
            Text(Title, Left + PlotWidth / 2, Top - 16, "middle", ("font-size", 15)),
            HorizontalAxis(x), VerticalAxis(y),
            Element("g", [("class", "series"), ("fill", "none"), ("stroke-width", 1.8), ("clip-path", "url(#plot)")],
                [.. Series.Select((series, i) => Line(series, i, x, y))]),
            Element("g", [("class", "legend")], [.. Series.SelectMany(LegendEntry)])));
    }

    /// <summary>Writes the chart to a file.</summary>
    /// <param name="path">An <c>.svg</c> file; one that exists is replaced.</param>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Save(string path) => OutputFile.Write(path, file => ToSvg().Save(file));

    private static XElement Line(ChartSeries series, int index, AxisScale x, AxisScale y)
    {
        var path = new StringBuilder();
        var drawing = false;
        foreach (var point in series.Points)
        {
            var place = new ChartPoint(Left + PlotWidth * x.Fraction(point.X), Top + PlotHeight * (1 - y.Fraction(point.Y)));
            if (place.IsFinite)
                path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{place.X:0.##} {place.Y:0.##}");
            drawing = place.IsFinite;
        }
        return Element("path", [("d", path.ToString()), .. Stroke(series, index)], new XElement(Svg + "title", series.Name));
    }

    private IEnumerable<XElement> LegendEntry(ChartSeries series, int index)
    {
        var (from, height) = (Left + PlotWidth + 14, Top + 10 + LegendLine * index);
        yield return Element("line", [("x1", from), ("x2", from + 24), ("y1", height), ("y2", height), ("stroke-width", 1.8), .. Stroke(series, index)]);
        yield return Text(series.Name, from + 30, height + 4, "start");
    }

    private XElement HorizontalAxis(AxisScale scale)
    {
        var axis = Element("g", [("class", "x-axis")], Text(X.Title, Left + PlotWidth / 2, Height - 14, "middle"));
        foreach (var tick in scale.Ticks)
        {
            var place = Left + PlotWidth * scale.Fraction(tick);
            axis.Add(GridLine(place, place, Top, Top + PlotHeight), Text(AxisScale.Label(tick), place, Top + PlotHeight + 18, "middle"));
        }
        return axis;
    }

    private XElement VerticalAxis(AxisScale scale)
    {
        var (x, y) = (18, Top + PlotHeight / 2);
        var turned = ("transform", (object)string.Create(CultureInfo.InvariantCulture, $"rotate(-90 {x} {y})"));
        var axis = Element("g", [("class", "y-axis")], Text(Y.Title, x, y, "middle", turned));
        foreach (var tick in scale.Ticks)
        {
            var place = Top + PlotHeight * (1 - scale.Fraction(tick));
            axis.Add(GridLine(Left, Left + PlotWidth, place, place), Text(AxisScale.Label(tick), Left - 8, place + 4, "end"));
        }
        return axis;
    }

    private static (string, object)[] Stroke(ChartSeries series, int index)
    {
        var colour = ("stroke", (object)Palette[index % Palette.Length]);
        return series.Dashed ? [colour, ("stroke-dasharray", "6 4")] : [colour];
    }

    private static XElement GridLine(double x1, double x2, double y1, double y2) =>
        Element("line", [("x1", x1), ("x2", x2), ("y1", y1), ("y2", y2), ("stroke", "#dddddd")]);

    private static XElement Rectangle() =>
        Element("rect", [("x", Left), ("y", Top), ("width", PlotWidth), ("height", PlotHeight)]);

    private static XElement Text(string text, double x, double y, string anchor, params (string, object)[] more) =>
        Element("text", [("x", x), ("y", y), ("text-anchor", anchor), .. more], new XText(text));

    private static XElement Element(string name, (string Name, object Value)[] attributes, params XNode[] content) =>
        new(Svg + name, attributes.Select(a => new XAttribute(a.Name, a.Value is double number ? Math.Round(number, 2) : a.Value)), content);
}

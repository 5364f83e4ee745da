using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Draws a figure as SVG.</summary>
internal sealed class SvgCanvas : IChartCanvas
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement root;
    private readonly Dictionary<ChartArea, string> clips = [];
    private XElement section;

    /// <summary>Begins with a white sheet.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="title">What readers of screens are told.</param>
    public SvgCanvas(double width, double height, string title)
    {
        root = Element("svg", [("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.##} {height:0.##}")), ("font-family", "sans-serif"), ("font-size", 12)],
            Element("title", [], new XText(title)),
            Element("rect", [("width", "100%"), ("height", "100%"), ("fill", "white")]));
        section = root;
        Document = new XDocument(root);
    }

    /// <summary>What was drawn.</summary>
    public XDocument Document { get; }

    /// <inheritdoc/>
    public void Section(string name)
    {
        section = Element("g", [("class", name)]);
        root.Add(section);
    }

    /// <inheritdoc/>
    public void Line(ChartPoint from, ChartPoint to, ChartStroke stroke) =>
        section.Add(Element("line", [("x1", from.X), ("x2", to.X), ("y1", from.Y), ("y2", to.Y), .. Attributes(stroke)]));

    /// <inheritdoc/>
    public void Series(ChartSeries series, IReadOnlyList<IReadOnlyList<ChartPoint>> pieces, ChartStroke stroke, ChartArea clip)
    {
        var path = new StringBuilder();
        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Count; i++)
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{piece[i].X:0.##} {piece[i].Y:0.##}");
        }
        section.Add(Element("path", [("d", path.ToString()), ("fill", "none"), .. Attributes(stroke), ("clip-path", $"url(#{ClipOf(clip)})")], Element("title", [], new XText(series.Name))));
        if (!series.Marked)
            return;
        foreach (var point in pieces.SelectMany(piece => piece).Where(clip.Contains))
            section.Add(Element("circle", [("cx", point.X), ("cy", point.Y), ("r", 1.5 * stroke.Width), ("fill", stroke.Color)]));
    }

    /// <inheritdoc/>
    public void Text(string text, ChartPoint at, TextAnchor anchor, double size = 12, bool upwards = false)
    {
        var element = Element("text", [("x", at.X), ("y", at.Y), ("text-anchor", anchor switch { TextAnchor.Start => "start", TextAnchor.Middle => "middle", _ => "end" }), ("font-size", size)], new XText(text));
        if (upwards)
            element.Add(new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"rotate(-90 {at.X:0.##} {at.Y:0.##})")));
        section.Add(element);
    }

    private static (string, object)[] Attributes(ChartStroke stroke)
    {
        (string, object)[] solid = [("stroke", stroke.Color), ("stroke-width", stroke.Width)];
        return stroke.Dashed ? [.. solid, ("stroke-dasharray", $"{ChartStroke.Dash} {ChartStroke.Gap}")] : solid;
    }

    private static XElement Element(string name, (string Name, object Value)[] attributes, params XNode[] content) =>
        new(Svg + name, attributes.Select(a => new XAttribute(a.Name, a.Value is double number ? Math.Round(number, 2) : a.Value)), content);

    private string ClipOf(ChartArea area)
    {
        if (clips.TryGetValue(area, out var known))
            return known;
        var name = clips[area] = $"plot{clips.Count}";
        root.AddFirst(Element("clipPath", [("id", name)], Element("rect", [("x", area.Left), ("y", area.Top), ("width", area.Width), ("height", area.Height)])));
        return name;
    }
}

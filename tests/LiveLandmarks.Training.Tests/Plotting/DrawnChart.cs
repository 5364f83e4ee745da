using System.Globalization;
using System.Xml.Linq;
using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Tests.Plotting;

/// <summary>Reads the texts and lines of an SVG.</summary>
/// <param name="svg">The SVG of a chart.</param>
internal sealed class DrawnChart(XDocument svg)
{
    // Stroke colors of the first two series, as the SVG writes them.
    public const string Blue = "rgb(0,114,178)", Orange = "rgb(213,94,0)";

    /// <summary>All texts in drawing order. The texts of the legend are the last of the first chart.</summary>
    public string[] Texts { get; } = [.. Named(svg, "text").Select(text => text.Value)];

    /// <summary>The corners of the lines in a color. The line of the legend is the last of the first chart.</summary>
    public ChartPoint[][] Lines(string color) => [.. Strokes(color).Select(line => Points(line.Attribute("points")!.Value))];

    /// <summary>Whether each line in a color is dashed.</summary>
    public bool[] Dashes(string color) =>
        [.. Strokes(color).Select(line => Style(line).Contains("stroke-dasharray", StringComparison.Ordinal))];

    private static IEnumerable<XElement> Named(XDocument svg, string name) =>
        svg.Descendants().Where(element => element.Name.LocalName == name);

    private static string Style(XElement element) => element.Attribute("style")!.Value;

    private static ChartPoint[] Points(string text) =>
        [.. text.Split(' ').Select(point => point.Split(',')).Select(point => new ChartPoint(Number(point[0]), Number(point[1])))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private IEnumerable<XElement> Strokes(string color) =>
        Named(svg, "polyline").Where(line => Style(line).Contains(color, StringComparison.Ordinal));
}

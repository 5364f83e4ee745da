using System.Xml.Linq;

namespace LiveLandmarks.Training.Plotting;

/// <summary>A chart of lines: for loss curves, training curves and cumulative error curves.</summary>
/// <param name="Title">The heading above the chart.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines; the first is drawn first.</param>
public sealed record LineChart(string Title, ChartAxis X, ChartAxis Y, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Draws the chart with its legend.</summary>
    /// <returns>An SVG document.</returns>
    public XDocument ToSvg() => new ChartFigure([this]).ToSvg();

    /// <summary>Writes the chart with its legend to a file.</summary>
    /// <param name="path">An <c>.svg</c> file or a picture, such as <c>.png</c>; one that exists is replaced.</param>
    /// <exception cref="OutputException">The file cannot be written, or the format is unknown.</exception>
    public void Save(string path) => new ChartFigure([this]).Save(path);
}

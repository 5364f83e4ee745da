using System.Xml.Linq;
using LiveLandmarks.Output;
using OpenCvSharp;
using OxyPlot.SkiaSharp;
using OxyPlot;
using SkiaSharp;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Charts one below the other with one legend, as SVG or as a picture.</summary>
/// <param name="Charts">At least one; all have the same series in the same order, those without points included.</param>
/// <param name="PlotHeight">Height of each chart's curves in pixels.</param>
public sealed record ChartFigure(IReadOnlyList<LineChart> Charts, double PlotHeight = 365)
{
    // Pixels of a picture for each pixel of the drawing.
    private const float Scale = 2;

    /// <summary>Draws the figure.</summary>
    /// <returns>An SVG document.</returns>
    public XDocument ToSvg()
    {
        using var layout = new ChartLayout(Charts, PlotHeight, ChartFonts.Svg);
        using var file = new MemoryStream();
        using (var context = new SvgRenderContext(
            file, layout.Width, layout.Height, isDocument: true, layout.Measure, OxyColors.White,
            useVerticalTextAlignmentWorkaround: false))
        {
            layout.Draw(context);
            context.Complete();
        }
        file.Position = 0;
        var svg = XDocument.Load(file).Root!;
        // So that a page can scale the drawing and a screen reader can name it.
        svg.Add(new XAttribute("viewBox", FormattableString.Invariant($"0 0 {layout.Width} {layout.Height}")));
        svg.AddFirst(new XElement(svg.Name.Namespace + "title", string.Join(", ", Charts.Select(chart => chart.Title))));
        return new XDocument(svg);
    }

    /// <summary>Writes the figure to a file.</summary>
    /// <param name="path">An <c>.svg</c> file or a picture, such as <c>.png</c>; one that exists is replaced.</param>
    /// <exception cref="OutputException">The file cannot be written, or the format is unknown.</exception>
    public void Save(string path)
    {
        if (Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            OutputFile.Write(path, file => ToSvg().Save(file));
            return;
        }
        using var layout = new ChartLayout(Charts, PlotHeight, ChartFonts.Picture);
        using var bitmap = new SKBitmap(new SKImageInfo((int)(Scale * layout.Width), (int)(Scale * layout.Height), SKColorType.Bgra8888));
        using (var canvas = new SKCanvas(bitmap))
        using (var context = new SkiaRenderContext { SkCanvas = canvas, DpiScale = Scale, RenderTarget = RenderTarget.PixelGraphic,
            UseTextShaping = false })
        {
            canvas.Clear(SKColors.White);
            layout.Draw(context);
        }
        using var drawn = Mat.FromPixelData(bitmap.Height, bitmap.Width, MatType.CV_8UC4, bitmap.GetPixels(), bitmap.RowBytes);
        using var picture = drawn.CvtColor(ColorConversionCodes.BGRA2BGR);
        PictureFile.Write(path, picture);
    }
}

/// <summary>The font families of charts.</summary>
internal static class ChartFonts
{
    /// <summary>The family that an SVG names; its viewer chooses the font.</summary>
    public const string Svg = "sans-serif";

    private static readonly string[] Wanted = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial"];

    /// <summary>The family for pictures: a sans-serif that this machine has, else its default.</summary>
    public static string Picture { get; } = Wanted.FirstOrDefault(SKFontManager.Default.GetFontFamilies().Contains)
        ?? SKTypeface.Default.FamilyName;
}

using OxyPlot;
using OxyPlot.SkiaSharp;
using SkiaSharp;

namespace LiveLandmarks.Training.Plotting;

/// <summary>
/// Where the charts of a figure lie: one below the other, their curves in one column and the first one's legend on the right.
/// OxyPlot lays out single charts; a first, invisible drawing of each measures the room that labels and legend need.
/// </summary>
internal sealed class ChartLayout : IDisposable
{
    private const double PlotWidth = 500;

    // Room for the titles and the labels of a chart.
    private const double Around = 95;

    // For the first drawing; wide enough for any labels and legend.
    private const double Ample = 4000;

    // Fonts of SVG viewers differ; some are a little wider than the font that the layout was measured with.
    private const double Spare = 1.15;

    private readonly SKCanvas nowhere = new SKNoDrawCanvas(1, 1);
    private readonly PlotModel[] models;
    private readonly double[] right;
    private readonly double left;
    private readonly double panelHeight;

    /// <summary>Lays out charts.</summary>
    /// <param name="charts">At least one.</param>
    /// <param name="plotHeight">Height of each chart's curves in pixels.</param>
    /// <param name="font">The font family.</param>
    public ChartLayout(IReadOnlyList<LineChart> charts, double plotHeight, string font)
    {
        panelHeight = plotHeight + Around;
        models = [.. charts.Select((chart, i) => ChartModel.Of(chart, legend: i == 0, font))];
        Measure = new SkiaRenderContext { SkCanvas = nowhere, RenderTarget = RenderTarget.PixelGraphic, UseTextShaping = false };
        foreach (var model in models)
            Draw(model, Measure, new OxyRect(0, 0, Ample, panelHeight));
        left = models.Max(model => model.PlotArea.Left);
        right = [.. models.Select(model => Ample - model.PlotArea.Right)];
        foreach (var model in models)
            model.PlotMargins = new OxyThickness(left - model.Padding.Left, double.NaN, ChartModel.RightMargin, double.NaN);
        (Width, Height) = (Math.Ceiling(left + PlotWidth + Spare * right[0]), models.Length * panelHeight);
    }

    /// <summary>Width of the figure in its pixels.</summary>
    public double Width { get; }

    /// <summary>Height of the figure in its pixels.</summary>
    public double Height { get; }

    /// <summary>Measures texts and draws nothing.</summary>
    public SkiaRenderContext Measure { get; }

    /// <summary>Draws the figure.</summary>
    /// <param name="context">Where to draw.</param>
    public void Draw(IRenderContext context)
    {
        for (var i = 0; i < models.Length; i++)
            Draw(models[i], context, new OxyRect(0, i * panelHeight, left + PlotWidth + right[i], panelHeight));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Measure.Dispose();
        nowhere.Dispose();
    }

    private static void Draw(IPlotModel model, IRenderContext context, OxyRect place)
    {
        model.Update(updateData: true);
        model.Render(context, place);
    }
}

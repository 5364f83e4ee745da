using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Converts a <see cref="LineChart"/> to OxyPlot's model of a chart.</summary>
internal static class ChartModel
{
    /// <summary>Room on the right of the curves for half of the last label, in pixels of the figure.</summary>
    public const double RightMargin = 12;

    /// <summary>Most characters of a legend entry; a longer name loses its start.</summary>
    private const int LongestName = 48;

    private const double LineWidth = 1.8;

    // Share of the axis kept free at each end, so that dots there are not cut off.
    private const double RoomForDots = 0.03;

    // Okabe and Ito's palette, which color-blind readers can tell apart, without its yellow, which is too pale for lines.
    private static readonly OxyColor[] Palette =
    [
        OxyColor.FromRgb(0x00, 0x72, 0xb2), OxyColor.FromRgb(0xd5, 0x5e, 0x00), OxyColor.FromRgb(0x00, 0x9e, 0x73),
        OxyColor.FromRgb(0xcc, 0x79, 0xa7),
        OxyColor.FromRgb(0x56, 0xb4, 0xe9), OxyColor.FromRgb(0xe6, 0x9f, 0x00), OxyColors.Black,
    ];

    private static readonly OxyColor Ink = OxyColor.FromRgb(40, 40, 40);

    private static readonly OxyColor Grid = OxyColor.FromRgb(0xdd, 0xdd, 0xdd);

    /// <summary>Converts a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="legend">Whether to draw the legend, to the right of the chart.</param>
    /// <param name="font">The font family.</param>
    public static PlotModel Of(LineChart chart, bool legend, string font)
    {
        var model = new PlotModel
        {
            Title = chart.Title,
            TitleFontSize = 15,
            TitleFontWeight = FontWeights.Normal,
            TextColor = Ink,
            DefaultFont = font,
            DefaultColors = Palette,
            Culture = CultureInfo.InvariantCulture,
            PlotAreaBorderColor = Grid,
            PlotMargins = new OxyThickness(double.NaN, double.NaN, RightMargin, double.NaN),
            IsLegendVisible = legend,
        };
        model.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.RightTop });
        model.Axes.Add(Axis(chart.X, AxisPosition.Bottom));
        model.Axes.Add(Axis(chart.Y, AxisPosition.Left));
        foreach (var series in chart.Series)
            model.Series.Add(Line(series));
        return model;
    }

    private static Axis Axis(ChartAxis axis, AxisPosition position)
    {
        Axis drawn = axis.Logarithmic ? new LogarithmicAxis() : new LinearAxis();
        drawn.Position = position;
        drawn.Title = axis.Title;
        drawn.Minimum = axis.Minimum ?? double.NaN;
        drawn.Maximum = axis.Maximum ?? double.NaN;
        drawn.MinimumPadding = drawn.MaximumPadding = RoomForDots;
        drawn.AxisTitleDistance = position == AxisPosition.Left ? 10 : 4;
        drawn.MajorGridlineStyle = LineStyle.Solid;
        drawn.MajorGridlineColor = Grid;
        drawn.TicklineColor = Grid;
        drawn.MinorTickSize = 0;
        return drawn;
    }

    private static LineSeries Line(ChartSeries series)
    {
        var line = new LineSeries
        {
            Title = Short(series.Name),
            StrokeThickness = LineWidth,
            LineStyle = series.Dashed ? LineStyle.Dash : LineStyle.Solid,
            MarkerType = series.Marked ? MarkerType.Circle : MarkerType.None,
            MarkerSize = 1.5 * LineWidth,
        };
        line.Points.AddRange(series.Points.Select(point => new DataPoint(point.X, point.Y)));
        return line;
    }

    private static string Short(string name) => name.Length <= LongestName ? name : $"...{name[^(LongestName - 3)..]}";
}

using System.Globalization;
using System.Xml.Linq;
using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Tests.Plotting;

public class LineChartTests
{
    [Fact]
    public void A_chart_is_an_SVG_with_a_line_and_a_legend_entry_for_each_series()
    {
        using var folder = new TempFolder();
        new LineChart("Loss & <more>", new ChartAxis("step"), new ChartAxis("loss"),
            [new ChartSeries("a", [new(0, 1), new(10, 2)]), new ChartSeries("b <&>", [new(0, 0), new(10, 3)], Dashed: true)]).Save(
                folder.File("chart.svg"));
        var svg = XDocument.Load(folder.File("chart.svg"));
        Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Root!.Name);
        var drawn = new DrawnChart(svg);
        Assert.Equal([2, 2], new[] { DrawnChart.Blue, DrawnChart.Orange }.Select(color => drawn.Lines(color).Length));
        Assert.Equal(["a", "b <&>"], drawn.Texts[^2..]);
        Assert.Equal([false, false], drawn.Dashes(DrawnChart.Blue));
        Assert.Equal([true, true], drawn.Dashes(DrawnChart.Orange));
        Assert.All(["Loss & <more>", "step", "loss"], text => Assert.Contains(text, drawn.Texts));
    }

    [Fact]
    public void Points_are_placed_in_proportion_to_the_axes_and_y_grows_upward()
    {
        var line = Line(new ChartAxis("y", 0, 4), new(0, 0), new(10, 4), new(5, 1));
        Assert.InRange(line[1].X - line[0].X, 450, 500);
        Assert.Equal((line[0].X + line[1].X) / 2, line[2].X, 2);
        Assert.InRange(line[0].Y - line[1].Y, 350, 370);
        Assert.Equal((line[0].Y - line[1].Y) / 4, line[0].Y - line[2].Y, 2);
    }

    [Fact]
    public void A_NaN_value_interrupts_the_line()
    {
        var svg = Chart(new ChartAxis("y", 0, 1), new(0, 0), new(1, 0), new(2, double.NaN), new(3, 1), new(4, 1)).ToSvg();
        Assert.Equal([2, 2, 2], new DrawnChart(svg).Lines(DrawnChart.Blue).Select(line => line.Length));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ticks_are_round_numbers() =>
        Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8", "1"], Labels(new ChartAxis("y", 0, 1), new ChartPoint(1, 0.5)));

    [Fact]
    public void A_logarithmic_axis_has_equal_steps_for_equal_ratios_and_leaves_out_values_that_are_not_positive()
    {
        var line = Line(new ChartAxis("y", Logarithmic: true), new(0, -5), new(1, 0.001), new(2, 0.1), new(3, 10));
        Assert.Equal(3, line.Length);
        Assert.Equal(line[0].Y - line[1].Y, line[1].Y - line[2].Y, 2);
    }

    [Theory]
    [InlineData(0.3, 3)]
    [InlineData(4.6, 60)]
    [InlineData(0.0002, 0.7)]
    [InlineData(1.1, 1.2)]
    [InlineData(1, 1)]
    public void A_logarithmic_axis_has_labels_however_many_decades_it_spans(double low, double high)
    {
        var labels = Labels(new ChartAxis("y", Logarithmic: true), new ChartPoint(0, low), new ChartPoint(1, high));
        Assert.True(labels.Length >= 2, string.Join(' ', labels));
    }

    [Fact]
    public void A_chart_without_points_still_has_axes() => Assert.NotEmpty(Labels(new ChartAxis("y")));

    [Theory]
    [InlineData(",")]
    [InlineData(".")]
    public void Numbers_are_written_the_same_in_every_culture(string separator)
    {
        var before = CultureInfo.CurrentCulture;
        var format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        format.NumberDecimalSeparator = separator;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = format };
            Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8", "1"],
                Labels(new ChartAxis("y", 0, 1), new ChartPoint(0, 0), new ChartPoint(1, 0.5)));
            Assert.Equal(2, Line(new ChartAxis("y", 0, 1), new(0, 0), new(1, 0.333)).Length);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The labels of the y axis: the texts between the titles of the x axis and the y axis.</summary>
    private static string[] Labels(ChartAxis axis, params ChartPoint[] points)
    {
        var texts = new DrawnChart(Chart(axis, points).ToSvg()).Texts;
        return texts[(Array.IndexOf(texts, "x") + 1)..Array.IndexOf(texts, "y")];
    }

    private static ChartPoint[] Line(ChartAxis axis, params ChartPoint[] points) =>
        new DrawnChart(Chart(axis, points).ToSvg()).Lines(DrawnChart.Blue)[0];

    private static LineChart Chart(ChartAxis axis, params ChartPoint[] points) =>
        new("t", new ChartAxis("x"), axis, [new ChartSeries("s", points)]);
}

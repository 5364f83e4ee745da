using System.Globalization;
using System.Xml.Linq;
using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Tests.Plotting;

public class LineChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_chart_is_SVG_with_a_line_and_a_legend_entry_for_each_series()
    {
        var chart = new LineChart("Loss & <more>", new ChartAxis("step"), new ChartAxis("loss"),
            [new ChartSeries("a", [new(0, 1), new(10, 2)]), new ChartSeries("b <&>", [new(0, 0), new(10, 3)], Dashed: true)]);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        chart.Save(path);
        var svg = XDocument.Load(path);
        File.Delete(path);
        Assert.Equal(Svg + "svg", svg.Root!.Name);
        Assert.Equal(2, Group(svg, "series").Elements(Svg + "path").Count());
        Assert.Equal(["a", "b <&>"], Group(svg, "legend").Elements(Svg + "text").Select(text => text.Value));
        Assert.Equal([null, "6 4"], Group(svg, "series").Elements(Svg + "path").Select(line => line.Attribute("stroke-dasharray")?.Value));
        Assert.Contains("Loss & <more>", svg.Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Points_are_placed_between_the_ends_of_the_axes_upwards()
    {
        var chart = new LineChart("t", new ChartAxis("x", 0, 10), new ChartAxis("y", 0, 4), [new ChartSeries("s", [new(0, 0), new(10, 4), new(5, 1)])]);
        // The plot covers 70..570 by 40..405.
        Assert.Equal("M70 405L570 40L320 313.75", Line(chart));
    }

    [Fact]
    public void A_value_that_is_no_number_interrupts_the_line()
    {
        var chart = new LineChart("t", new ChartAxis("x", 0, 3), new ChartAxis("y", 0, 1), [new ChartSeries("s", [new(0, 0), new(1, double.NaN), new(2, 1), new(3, 1)])]);
        Assert.Equal(2, Line(chart).Count(c => c == 'M'));
        Assert.DoesNotContain("NaN", chart.ToSvg().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, new[] { "0", "0.2", "0.4", "0.6", "0.8", "1" })]
    [InlineData(-3.2, 11, new[] { "-5", "0", "5", "10", "15" })]
    [InlineData(7, 7, new[] { "6.4", "6.6", "6.8", "7", "7.2", "7.4", "7.6" })]
    [InlineData(0, 2.4e7, new[] { "0", "5e+6", "1e+7", "1.5e+7", "2e+7", "2.5e+7" })]
    public void Ticks_are_round_numbers_around_the_values(double low, double high, string[] labels) =>
        Assert.Equal(labels, TickLabels(new ChartAxis("y"), low, high));

    [Fact]
    public void A_logarithmic_axis_has_a_tick_a_decade_and_leaves_out_what_is_not_positive() =>
        Assert.Equal(["1e-4", "0.001", "0.01", "0.1", "1"], TickLabels(new ChartAxis("y", Logarithmic: true), -5, 0.0002, 0.7));

    [Theory]
    [InlineData(0.3, 3, new[] { "0.2", "0.5", "1", "2", "5" })]
    [InlineData(4.6, 60, new[] { "2", "5", "10", "20", "50", "100" })]
    [InlineData(1, 1, new[] { "0.2", "0.5", "1", "2", "5" })]
    public void A_logarithmic_axis_of_few_decades_has_ticks_between_them(double low, double high, string[] labels) =>
        Assert.Equal(labels, TickLabels(new ChartAxis("y", Logarithmic: true), low, high));

    [Fact]
    public void A_logarithmic_axis_with_given_ends_keeps_them() =>
        Assert.Equal(["5", "10", "20"], TickLabels(new ChartAxis("y", 4, 30, Logarithmic: true), 5, 20));

    [Fact]
    public void A_chart_without_points_still_has_axes() =>
        Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8", "1"], TickLabels(new ChartAxis("y")));

    [Fact]
    public void An_axis_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => TickLabels(new ChartAxis("y", 3, 2), 0, 1));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("")]
    public void Numbers_are_written_alike_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        format.NumberDecimalSeparator = culture.Length > 0 ? "," : ".";
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = format };
            Assert.Equal("M70 405L195 222.5", Line(new LineChart("t", new ChartAxis("x", 0, 2), new ChartAxis("y", 0, 1), [new ChartSeries("s", [new(0, 0), new(0.5, 0.5)])])));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> TickLabels(ChartAxis axis, params double[] values)
    {
        var chart = new LineChart("t", new ChartAxis("x"), axis, [new ChartSeries("s", [.. values.Select((value, i) => new ChartPoint(i, value))])]);
        return Group(chart.ToSvg(), "y-axis").Elements(Svg + "text").Skip(1).Select(text => text.Value);
    }

    private static string Line(LineChart chart) => Group(chart.ToSvg(), "series").Element(Svg + "path")!.Attribute("d")!.Value;

    private static XElement Group(XDocument svg, string name) => svg.Root!.Elements(Svg + "g").Single(group => group.Attribute("class")?.Value == name);
}

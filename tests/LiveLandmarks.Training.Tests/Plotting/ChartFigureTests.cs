using System.Xml.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Training.Plotting;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Plotting;

public sealed class ChartFigureTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // #0072b2 and #d55e00, the first two of the palette, in OpenCV's order.
    private static readonly Vec3b Blue = new(0xb2, 0x72, 0x00), Orange = new(0x00, 0x5e, 0xd5);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_picture_has_two_pixels_to_one_of_the_drawing_and_the_lines_where_they_belong()
    {
        using var picture = Draw(Chart("t", [[new(0, 2), new(10, 2)], [new(0, 6), new(10, 6)]]));
        Assert.Equal((760 * 2, 460 * 2), (picture.Cols, picture.Rows));
        // The plot covers 70..570 by 40..405 for 0..10 by 0..8; a quarter from below lies at 313.75.
        Assert.Equal(Blue, picture.At<Vec3b>(627, 640));
        Assert.Equal(Orange, picture.At<Vec3b>((int)(2 * (40 + 365 * 0.25)), 640));
        Assert.Equal(new Vec3b(255, 255, 255), picture.At<Vec3b>(450, 700));
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_plot()
    {
        var chart = Chart("t", [[new(0, -100), new(5, 100), new(10, -100)]]) with { X = new ChartAxis("x", 2, 8), Y = new ChartAxis("y", 0, 1) };
        using var picture = Draw(chart);
        Assert.Equal(0, CountOf(picture, Blue, 0, 140 - 1));
        Assert.True(CountOf(picture, Blue, 140, 1140) > 500);
    }

    [Fact]
    public void Charts_stand_below_each_other_with_one_legend()
    {
        var figure = new ChartFigure([Chart("first", [[new(0, 2)], [new(1, 3)]]), Chart("second", [[new(0, 2)], []])], PlotHeight: 100);
        var svg = figure.ToSvg();
        Assert.Equal("0 0 760 390", svg.Root!.Attribute("viewBox")!.Value);
        Assert.Equal(["s0", "s1"], svg.Root.Elements(Svg + "g").Single(group => group.Attribute("class")!.Value == "legend").Elements(Svg + "text").Select(text => text.Value));
        Assert.Equal(["first", "second"], svg.Root.Elements(Svg + "g").Where(group => group.Attribute("class")!.Value == "title").Select(group => group.Value));
    }

    [Fact]
    public void Long_names_widen_the_figure_so_that_none_is_clipped()
    {
        var name = new string('W', 40);
        using var picture = Draw(Chart("t", []) with { Series = [new ChartSeries(name, [new(0, 1), new(1, 2)])] });
        Assert.True(picture.Cols > 1520);
        Assert.Equal(0, InkIn(picture, picture.Cols - 8, picture.Cols));
        Assert.True(InkIn(picture, 1250, picture.Cols) > 1000);
    }

    [Fact]
    public void Wide_labels_widen_the_figure_so_that_they_do_not_touch_the_axis_title()
    {
        var chart = Chart("t", [[new(0, 0.00025)]]) with { Y = new ChartAxis("a title as long as the axis is high", 0.001, 0.0035) };
        using var picture = Draw(chart);
        // The title is at most 18 pixels of the figure from the left, and letters reach 4 below their line.
        Assert.True(InkIn(picture, 0, 44) > 500);
        Assert.Equal(0, InkIn(picture, 46, 54));
        Assert.True(InkIn(picture, 54, 180) > 500);
    }

    [Fact]
    public void A_dot_on_the_edge_is_whole()
    {
        using var picture = Draw(Chart("t", []) with { Series = [new ChartSeries("s", [new(10, 4)], Marked: true)] });
        Assert.Equal(CountOf(picture, Blue, 1130, 1140), CountOf(picture, Blue, 1141, 1151));
        Assert.True(CountOf(picture, Blue, 1141, 1151) > 10);
    }

    [Fact]
    public void A_single_point_is_seen_when_it_is_marked()
    {
        var chart = Chart("t", [[new(5, 4)]]);
        using var plain = Draw(chart);
        using var marked = Draw(chart with { Series = [chart.Series[0] with { Marked = true }] });
        Assert.True(CountOf(marked, Blue, 140, 1140) > CountOf(plain, Blue, 140, 1140) + 20);
    }

    [Fact]
    public void A_format_that_is_not_known_is_refused_with_its_name() =>
        Assert.Contains("chart.foo", Assert.Throws<OutputException>(() => Chart("t", [[new(0, 1)]]).Save(folder.File("chart.foo"))).Message, StringComparison.Ordinal);

    private static LineChart Chart(string title, ChartPoint[][] lines) => new(
        title, new ChartAxis("x", 0, 10), new ChartAxis("y", 0, 8), [.. lines.Select((points, i) => new ChartSeries($"s{i}", points))]);

    private static int CountOf(Mat picture, Vec3b color, int fromColumn, int toColumn) =>
        Count(picture, fromColumn, toColumn, pixel => pixel == color);

    private static int InkIn(Mat picture, int fromColumn, int toColumn) =>
        Count(picture, fromColumn, toColumn, pixel => pixel.Item0 < 128 && pixel.Item1 < 128 && pixel.Item2 < 128);

    private static int Count(Mat picture, int fromColumn, int toColumn, Func<Vec3b, bool> counts)
    {
        var count = 0;
        for (var y = 0; y < picture.Rows; y++)
        {
            for (var x = fromColumn; x < toColumn; x++)
                count += counts(picture.At<Vec3b>(y, x)) ? 1 : 0;
        }
        return count;
    }

    private Mat Draw(LineChart chart)
    {
        chart.Save(folder.File("chart.png"));
        return ImageFile.Read(folder.File("chart.png"));
    }
}

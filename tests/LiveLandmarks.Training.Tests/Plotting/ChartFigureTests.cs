using LiveLandmarks.Capture;
using LiveLandmarks.Training.Plotting;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Plotting;

public sealed class ChartFigureTests : IDisposable
{
    // #0072b2 and #d55e00, the first two colors of the palette, in BGR order.
    private static readonly Vec3b Blue = new(0xb2, 0x72, 0x00), Orange = new(0x00, 0x5e, 0xd5);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_picture_has_twice_the_size_of_the_drawing_and_the_lines_in_the_right_places()
    {
        using var picture = Draw(Chart("t", [[new(0, 2), new(10, 2)], [new(0, 6), new(10, 6)]]));
        Assert.Equal(460 * 2, picture.Rows);
        var (blue, orange) = (PlotOf(picture, Blue), PlotOf(picture, Orange));
        Assert.InRange(blue.Width, 1000 - 4, 1000 + 4);
        Assert.Equal((orange.X, orange.Width), (blue.X, blue.Width));
        // Half of the axis lies between the lines.
        Assert.InRange(blue.Y - orange.Y, 365 - 12, 365 + 12);
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_plot()
    {
        var axes = Chart("t", []) with { X = new ChartAxis("x", 2, 8), Y = new ChartAxis("y", 0, 1) };
        using var edges = Draw(axes
            with { Series = [new ChartSeries("s", [new(2.1, 0.02), new(7.9, 0.02), new(7.9, 0.98), new(2.1, 0.98), new(2.1, 0.02)])] });
        using var crossing = Draw(axes with { Series = [new ChartSeries("s", [new(0, -100), new(5, 100), new(10, -100)])] });
        var (plot, drawn) = (PlotOf(edges, Blue), PlotOf(crossing, Blue));
        plot.Inflate(24, 24);
        Assert.InRange(drawn.Height, 700, plot.Height);
        Assert.Equal(plot, plot.Union(drawn));
    }

    [Fact]
    public void Charts_are_stacked_and_share_one_legend()
    {
        var svg = new ChartFigure([Chart("first", [[new(0, 2)], [new(1, 3)]]), Chart("second", [[new(0, 2)], []])], PlotHeight: 100)
            .ToSvg();
        Assert.EndsWith(" 390", svg.Root!.Attribute("viewBox")!.Value, StringComparison.Ordinal);
        var texts = new DrawnChart(svg).Texts;
        Assert.Equal(["first", "s0", "s1", "second"], texts.Where(text => text is "first" or "second" or "s0" or "s1"));
    }

    [Fact]
    public void The_plots_of_all_charts_are_aligned()
    {
        ChartPoint[][] line = [[new(0, 2), new(10, 2)]];
        var first = Chart("first", line)
            with { Y = new ChartAxis("y", 0, 0.00003), Series = [new ChartSeries("s", [new(0, 0.00001), new(10, 0.00001)])] };
        var svg = new ChartFigure([first, Chart("second", line)], PlotHeight: 100).ToSvg();
        var lines = new DrawnChart(svg).Lines(DrawnChart.Blue);
        // The line in the middle belongs to the legend.
        Assert.Equal(3, lines.Length);
        Assert.Equal((lines[0][0].X, lines[0][1].X), (lines[2][0].X, lines[2][1].X));
        Assert.Equal(500, lines[0][1].X - lines[0][0].X, 1);
    }

    [Fact]
    public void Long_names_widen_the_figure_so_that_none_is_clipped()
    {
        using var usual = Draw(Chart("t", [[new(0, 1), new(1, 2)]]));
        using var picture = Draw(Chart("t", []) with { Series = [new ChartSeries(new string('W', 40), [new(0, 1), new(1, 2)])] });
        Assert.True(picture.Cols > usual.Cols + 500);
        Assert.Equal(0, InkIn(picture, picture.Cols - 8, picture.Cols));
        Assert.True(InkIn(picture, usual.Cols, picture.Cols) > 1000);
    }

    [Fact]
    public void Wide_labels_widen_the_figure_so_that_they_do_not_touch_the_axis_title()
    {
        var chart = Chart("t", [[new(0, 0.00025)]]) with { Y = new ChartAxis("a title as long as the axis is high", 0.001, 0.0035) };
        using var picture = Draw(chart);
        var inks = Enumerable.Range(0, 160).Select(column => InkIn(picture, column, column + 1) > 0).ToArray();
        var title = Array.IndexOf(inks, true);
        var gap = Array.IndexOf(inks, false, title);
        Assert.InRange(gap - title, 12, 36);
        Assert.All(inks[gap..(gap + 6)], Assert.False);
        Assert.True(InkIn(picture, gap, gap + 100) > 500);
    }

    [Fact]
    public void A_dot_at_the_largest_values_is_not_cut_off()
    {
        using var picture = Draw(
            new LineChart("t", new ChartAxis("x"), new ChartAxis("y"),
            [new ChartSeries("s", [new(0, 4)]), new ChartSeries("e", [new(10, 8)], Marked: true)]));
        var dot = PlotOf(picture, Orange);
        Assert.InRange(dot.Width, 8, 12);
        Assert.Equal(dot.Width, dot.Height);
    }

    [Fact]
    public void A_single_point_is_visible_when_it_is_marked()
    {
        var chart = Chart("t", [[new(5, 4)]]);
        using var plain = Draw(chart);
        using var marked = Draw(chart with { Series = [chart.Series[0] with { Marked = true }] });
        Assert.True(Count(marked, 0, 1140, pixel => pixel == Blue) > Count(plain, 0, 1140, pixel => pixel == Blue) + 20);
    }

    [Fact]
    public void An_unknown_format_is_refused_with_the_file_name() =>
        Assert.Contains("chart.foo",
            Assert.Throws<OutputException>(() => Chart("t", [[new(0, 1)]]).Save(folder.File("chart.foo"))).Message,
            StringComparison.Ordinal);

    private static LineChart Chart(string title, ChartPoint[][] lines) => new(
        title, new ChartAxis("x", 0, 10), new ChartAxis("y", 0, 8), [.. lines.Select((points, i) => new ChartSeries($"s{i}", points))]);

    /// <summary>The area of a color in a picture of one chart, without the legend.</summary>
    private static Rect PlotOf(Mat picture, Vec3b color)
    {
        using var mask = new Mat();
        Cv2.InRange(picture, new Scalar(color.Item0, color.Item1, color.Item2), new Scalar(color.Item0, color.Item1, color.Item2), mask);
        using var plot = new Mat(mask, new Rect(0, 0, Math.Min(mask.Cols, 1115), mask.Rows));
        return Cv2.BoundingRect(plot);
    }

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

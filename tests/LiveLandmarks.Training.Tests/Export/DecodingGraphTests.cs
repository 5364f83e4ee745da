using LiveLandmarks.Models;
using LiveLandmarks.Training.Export;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class DecodingGraphTests
{
    private const int Size = 64;
    private const int Input = 256;

    // The center of a cell is at 4 · cell + 1.5 pixels.
    [Theory]
    [InlineData(HeatmapDecoding.QuarterOffset, 20.4, 33.7, 20.25, 33.75)]
    [InlineData(HeatmapDecoding.QuarterOffset, 20, 0, 20, 0)]
    [InlineData(HeatmapDecoding.QuarterOffset, 63, 62.9, 63, 63)]
    [InlineData(HeatmapDecoding.SubPixel, 20.4, 33.7, 20.4, 33.7)]
    [InlineData(HeatmapDecoding.SubPixel, 0.4, 62.6, 0, 63)]
    [InlineData(HeatmapDecoding.MeanShift, 20.4, 33.7, 20.4, 33.7)]
    public void A_Gaussian_peak_is_located_as_the_decoding_defines(HeatmapDecoding decoding, double x, double y, double cellX, double cellY)
    {
        var points = Decode(decoding, Gaussian(x, y, 0.8));
        Assert.Equal(4 * cellX + 1.5, points[0], 0.02);
        Assert.Equal(4 * cellY + 1.5, points[1], 0.02);
        Assert.InRange(points[2], 0.7, 0.8001);
    }

    [Theory]
    [InlineData(HeatmapDecoding.QuarterOffset)]
    [InlineData(HeatmapDecoding.SubPixel)]
    [InlineData(HeatmapDecoding.MeanShift)]
    public void An_empty_heatmap_gives_its_first_cell_with_confidence_0(HeatmapDecoding decoding) =>
        Assert.Equal([1.5f, 1.5f, 0], Decode(decoding, new float[Size * Size]));

    [Fact]
    public void Mean_shift_prefers_a_broad_hill_to_a_single_high_cell_as_the_library_does()
    {
        var map = Gaussian(30, 30, 1, sigma: 3);
        map[30 * Size + 34] = 1.2f;
        var points = Decode(HeatmapDecoding.MeanShift, map);
        Assert.InRange((points[0] - 1.5) / 4, 30, 31);
        Assert.Equal(1, points[2]);
    }

    [Fact]
    public void Every_heatmap_of_every_picture_is_decoded_except_the_boundary()
    {
        var model = Model(HeatmapDecoding.SubPixel, landmarks: 2, channels: 3);
        float[] maps = [.. Enumerable.Range(0, 6).SelectMany(i => Gaussian(10 + i, 50 - i, 0.5))];
        using var runner = new OnnxRuntimeRunner(model, "maps", [2, 3, Size, Size], "landmarks");
        var points = runner.Run(maps);
        Assert.Equal(2 * 2 * 3, points.Length);
        int[] kept = [0, 1, 3, 4];
        for (var i = 0; i < kept.Length; i++)
        {
            Assert.Equal(4 * (10 + kept[i]) + 1.5, points[3 * i], 0.02);
            Assert.Equal(4 * (50 - kept[i]) + 1.5, points[3 * i + 1], 0.02);
        }
    }

    [Theory]
    [InlineData(ModelPrecision.Full)]
    [InlineData(ModelPrecision.Half)]
    public void A_network_with_decoding_outputs_points_and_heatmaps(ModelPrecision precision)
    {
        var layout = SineWeights.Small(1);
        var options = new ExportOptions { Decode = HeatmapDecoding.QuarterOffset, Precision = precision };
        var model = HourglassExporter.Export(SineWeights.For(layout.ExpectedWeights()), layout, options);
        var input = SineWeights.Input(3 * 32 * 32);
        using var heatmapRunner = new OnnxRuntimeRunner(model, "image", [1, 3, 32, 32], "heatmaps");
        using var pointRunner = new OnnxRuntimeRunner(model, "image", [1, 3, 32, 32], "landmarks");
        var (heatmaps, points) = (heatmapRunner.Run(input), pointRunner.Run(input));
        Assert.Equal(3 * 3, points.Length);
        for (var i = 0; i < 3; i++)
        {
            var map = heatmaps.AsSpan(i * 64, 64).ToArray();
            var peak = Array.IndexOf(map, map.Max());
            Assert.InRange((points[3 * i] - 1.5) / 4, peak % 8 - 0.26, peak % 8 + 0.26);
            Assert.InRange((points[3 * i + 1] - 1.5) / 4, peak / 8 - 0.26, peak / 8 + 0.26);
        }
    }

    private static float[] Decode(HeatmapDecoding decoding, float[] map)
    {
        using var runner = new OnnxRuntimeRunner(Model(decoding, 1, 1), "maps", [1, 1, Size, Size], "landmarks");
        return runner.Run(map);
    }

    private static byte[] Model(HeatmapDecoding decoding, int landmarks, int channels)
    {
        var graph = new OnnxGraph(ModelPrecision.Full);
        var maps = graph.Input("maps", channels, Size, Size);
        graph.Output(new DecodingGraph(graph, Size, Input, landmarks).Decode(maps, decoding), "landmarks", landmarks, 3);
        return graph.ToBytes([]);
    }

    private static float[] Gaussian(double x, double y, double height, double sigma = 1.75) =>
    [
        .. Enumerable.Range(0, Size * Size).Select(cell => (float)(height
            * Math.Exp(-(Math.Pow(cell % Size - x, 2) + Math.Pow(cell / Size - y, 2)) / (2 * sigma * sigma)))),
    ];
}

using LiveLandmarks.Models;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Export.Layers;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class LayerNetworkExporterTests
{
    private static readonly float[] Picture = [.. Enumerable.Range(0, 3 * 16).Select(i => i < 16 ? i : 0f)];

    [Fact]
    public void A_normalization_is_folded_into_its_convolution()
    {
        // 3 input channels to 1: channel 0 times 2, plus 1; then (value − 5) · 3 / 2 + 0.5.
        var weights = Table(
            ("conv.weight", [1, 3, 1, 1], [2, 0, 0]),
            ("conv.bias", [1], [1]),
            ("bn.weight", [1], [3]),
            ("bn.bias", [1], [0.5f]),
            ("bn.running_mean", [1], [5]),
            ("bn.running_var", [1], [4 - 1e-5f]));
        var output = Run(weights, 1, 4, new ConvolutionLayer("conv", "bn", Rectify: false));
        Assert.Equal(Picture[..16].Select(value => (2 * value + 1 - 5) * 1.5f + 0.5f), output, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Strides_padding_and_rectifier_are_applied()
    {
        // Sums of 3×3 cells of channel 0 at every second cell are 10, 24, 51 and 90; then minus 20, rectified.
        var weights = Table(("conv.weight", [1, 3, 3, 3], [.. Enumerable.Range(0, 27).Select(i => i < 9 ? 1f : 0)]),
            ("conv.bias", [1], [-20]));
        Assert.Equal([0, 4, 31, 70], Run(weights, 1, 2, new ConvolutionLayer("conv", Stride: 2)));
    }

    [Fact]
    public void Halving_averages_and_doubling_repeats()
    {
        var output = Run(Table(), 3, 4, new HalveLayer(), new DoubleLayer());
        Assert.Equal([2.5f, 2.5f, 4.5f, 4.5f, 2.5f, 2.5f, 4.5f, 4.5f, 10.5f, 10.5f, 12.5f, 12.5f, 10.5f, 10.5f, 12.5f, 12.5f],
            output[..16]);
    }

    [Fact]
    public void A_residual_layer_adds_its_input_and_an_add_layer_the_marked_value()
    {
        var identity = Enumerable.Range(0, 9).Select(i => i % 4 == 0 ? -3f : 0).ToArray();
        var weights = Table(("minus.weight", [3, 3, 1, 1], identity));
        Layer minus = new ConvolutionLayer("minus", Rectify: false);
        Assert.Equal(Picture.Select(value => -2 * value), Run(weights, 3, 4, new ResidualLayer([minus], Rectify: false)));
        Assert.All(Run(weights, 3, 4, new ResidualLayer([minus])), value => Assert.Equal(0, value));
        Assert.Equal(Picture.Select(value => -2 * value), Run(weights, 3, 4, new MarkLayer("start"), minus, new AddLayer("start")));
    }

    [Fact]
    public void A_mark_that_was_not_set_is_reported() =>
        Assert.Contains("'start'", Assert.Throws<ModelException>(() => Run(Table(), 3, 4, new AddLayer("start"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_missing_weight_is_reported() =>
        Assert.Contains("'conv.weight'", Assert.Throws<WeightsException>(() => Run(Table(), 1, 4, new ConvolutionLayer("conv"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_bias_of_the_wrong_size_is_refused() => Assert.Throws<WeightsException>(
        () => Run(Table(("conv.weight", [1, 3, 1, 1], [2, 0, 0]), ("conv.bias", [2], [1, 1])), 1, 4, new ConvolutionLayer("conv")));

    private static float[] Run(WeightTable weights, int channels, int size, params Layer[] layers)
    {
        var model = LayerNetworkExporter.Export(
            weights, layers, new ModelInput("image", 4, "RGB", 1 / 255f), new ModelOutput("map", channels, size));
        using var runner = new OnnxRuntimeRunner(model, "image", [1, 3, 4, 4], "map");
        return runner.Run(Picture);
    }

    private static WeightTable Table(params (string Name, long[] Shape, float[] Data)[] entries) =>
        new("test.pth", entries.Select(entry => new NamedTensor(entry.Name, entry.Shape, entry.Data)));
}

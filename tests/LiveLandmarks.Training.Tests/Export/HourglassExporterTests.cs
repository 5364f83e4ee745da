using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Export.Schema;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class HourglassExporterTests
{
    // Every 41st of the 2 × 4 × 8 × 8 heatmap values that the published implementation (protossw512/AdaptiveWingLoss, PyTorch 1.13, with
    // the widths of SineWeights.Small) gives for SineWeights with two hourglasses. The boundary heatmap of the first hourglass exceeds
    // the threshold in 23 % of its cells.
    private static readonly float[] Published =
    [
        2.181379f, -2.198318f, 3.566519f, -3.632881f, 0.590154f, 2.336246f, -2.251347f, -0.071144f, 0.844687f, -4.355279f, -0.009622f,
        0.922296f, -0.144490f,
    ];

    [Fact]
    public void Two_hourglasses_give_the_heatmaps_of_the_published_implementation()
    {
        var heatmaps = Run(HourglassExporter.Export(Weights(2), SineWeights.Small(2)), 2);
        Assert.Equal(2 * 4 * 8 * 8, heatmaps.Length);
        for (var i = 0; i < Published.Length; i++)
            Assert.Equal(Published[i], heatmaps[41 * i], 1e-4f);
    }

    [Fact]
    public void A_picture_gives_the_same_heatmaps_alone_and_in_a_batch()
    {
        var model = HourglassExporter.Export(Weights(2), SineWeights.Small(2));
        var input = SineWeights.Input(2 * 3 * 32 * 32);
        var both = Run(model, 2);
        using var runner = new OnnxRuntimeRunner(model, "image", [1, 3, 32, 32], "heatmaps");
        var second = runner.Run(input[(3 * 32 * 32)..]);
        for (var i = 0; i < second.Length; i++)
            Assert.Equal(both[second.Length + i], second[i], 1e-4f);
    }

    [Fact]
    public void Sixteen_bits_halve_the_file_and_hardly_change_the_heatmaps()
    {
        var full = HourglassExporter.Export(Weights(2), SineWeights.Small(2));
        var half = HourglassExporter.Export(Weights(2), SineWeights.Small(2), new ExportOptions { Precision = ModelPrecision.Half });
        var weights = ModelProto.Parser.ParseFrom(full).Graph.Initializer.Sum(tensor => tensor.RawData.Length);
        Assert.InRange(full.Length - half.Length, (int)(0.45 * weights), weights);
        var (expected, actual) = (Run(full, 2), Run(half, 2));
        Assert.True(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Average() < 0.05);
    }

    [Fact]
    public void A_weight_too_large_for_sixteen_bits_is_refused_by_name()
    {
        var weights = Weights(1);
        weights["l0.bias"].Data[0] = 1e5f;
        var error = Assert.Throws<ModelException>(
            () => HourglassExporter.Export(weights, SineWeights.Small(1), new ExportOptions { Precision = ModelPrecision.Half }));
        Assert.StartsWith("l0.bias", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_not_finite_is_refused_by_name(float value)
    {
        var weights = Weights(1);
        weights["m0.b1_2.conv2.weight"].Data[3] = value;
        var error = Assert.Throws<ModelException>(() => HourglassExporter.Export(weights, SineWeights.Small(1)));
        Assert.StartsWith("m0.b1_2.conv2.weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_another_network_are_refused() =>
        Assert.Throws<WeightsException>(() => HourglassExporter.Export(Weights(1), SineWeights.Small(2)));

    [Fact]
    public void Without_a_boundary_there_is_one_heatmap_per_landmark_and_no_mask()
    {
        var layout = SineWeights.Small(2, boundary: false);
        var model = HourglassExporter.Export(SineWeights.For(layout.ExpectedWeights()), layout);
        Assert.DoesNotContain(ModelProto.Parser.ParseFrom(model).Graph.Node, node => node.OpType == "Where");
        Assert.Equal(2 * 3 * 8 * 8, Run(model, 2).Length);
    }

    [Fact]
    public void Coordinates_and_normalizations_after_convolutions_are_folded()
    {
        var graph = ModelProto.Parser.ParseFrom(HourglassExporter.Export(Weights(1), SineWeights.Small(1))).Graph;
        var first = Assert.Single(graph.Initializer, tensor => tensor.Name == "conv1.conv.weight");
        Assert.Equal([8, 3, 7, 7], first.Dims);
        Assert.Equal([1, 8, 16, 16], Assert.Single(graph.Initializer, tensor => tensor.Name == "conv1.map").Dims);
        Assert.DoesNotContain(graph.Initializer, tensor => tensor.Name.StartsWith("bn", StringComparison.Ordinal));
    }

    [Fact]
    public void The_number_of_pictures_is_a_free_dimension_with_the_name_that_the_runtime_uses()
    {
        var graph = ModelProto.Parser.ParseFrom(HourglassExporter.Export(Weights(1), SineWeights.Small(1))).Graph;
        foreach (var value in graph.Input.Concat(graph.Output))
            Assert.Equal("N", value.Type.TensorType.Shape.Dim[0].DimParam);
    }

    private static WeightTable Weights(int stacks) => SineWeights.For(SineWeights.Small(stacks).ExpectedWeights());

    private static float[] Run(byte[] model, int pictures)
    {
        using var runner = new OnnxRuntimeRunner(model, "image", [pictures, 3, 32, 32], "heatmaps");
        return runner.Run(SineWeights.Input(pictures * 3 * 32 * 32));
    }
}

using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class HourglassLayoutTests
{
    private static readonly HourglassLayout Published = new(4, 4, 256, 64, 128, 98, Boundary: true);

    [Fact]
    public void The_published_network_has_1137_entries_and_24_million_weights()
    {
        var expected = Published.ExpectedWeights();
        Assert.Equal(1137, expected.Count);
        Assert.Equal(24.153036, Zeros(expected).ParametersInMillions, 6);
    }

    [Theory]
    [InlineData("conv1.conv.weight", new long[] { 64, 6, 7, 7 })]
    [InlineData("conv4.downsample.2.weight", new long[] { 256, 128, 1, 1 })]
    [InlineData("m0.coordconv.conv.weight", new long[] { 256, 259, 1, 1 })]
    [InlineData("m1.coordconv.conv.weight", new long[] { 256, 261, 1, 1 })]
    [InlineData("m3.b2_plus_1.conv3.weight", new long[] { 64, 64, 3, 3 })]
    [InlineData("bn_end3.running_var", new long[] { 256 })]
    [InlineData("al2.weight", new long[] { 256, 99, 1, 1 })]
    public void Names_and_shapes_are_the_published_ones(string name, long[] shape) =>
        Assert.Equal(shape, Published.ExpectedWeights()[name]);

    [Fact]
    public void The_last_hourglass_feeds_no_other() => Assert.DoesNotContain("al3.weight", Published.ExpectedWeights().Keys);

    [Theory]
    [InlineData(1, 4, 64, 64, 32, 68)]
    [InlineData(3, 2, 16, 8, 8, 5)]
    public void The_layout_is_read_from_the_weights(int stacks, int depth, int width, int stem, int middle, int landmarks)
    {
        var layout = new HourglassLayout(stacks, depth, width, stem, middle, landmarks, Boundary: true);
        Assert.Equal(layout, HourglassLayout.Of(Zeros(layout.ExpectedWeights())));
    }

    [Fact]
    public void Weights_of_other_networks_have_no_layout() =>
        Assert.Throws<WeightsException>(() => HourglassLayout.Of(new WeightTable("x.pth", [new NamedTensor("fc.weight", [1], [0])])));

    private static WeightTable Zeros(IReadOnlyDictionary<string, long[]> shapes) =>
        new("zeros", shapes.Select(
            entry => new NamedTensor(entry.Key, entry.Value, new float[entry.Value.Aggregate(1L, (a, b) => a * b)])));
}

using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

public class StackedHourglassTests
{
    [Theory]
    [InlineData(1, 6.333603)]
    [InlineData(4, 24.153036)]
    public void The_published_shape_has_as_many_parameters_as_the_published_network(int stacks, double millions)
    {
        using var network = new StackedHourglass(new StackedHourglassOptions { Stacks = stacks });
        Assert.Equal(millions * 1e6, network.parameters().Sum(parameter => parameter.numel()), 0.5);
    }

    [Fact]
    public void The_state_dictionary_of_the_published_shape_has_the_1137_published_names()
    {
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16 });
        var names = network.state_dict().Keys;
        Assert.Equal(1137, names.Count);
        Assert.Superset(
            new HashSet<string>
            {
                "conv1.conv.weight", "conv1.conv.bias", "bn1.running_mean", "bn1.num_batches_tracked", "conv2.downsample.0.weight",
                "conv2.downsample.2.weight", "conv3.conv3.weight", "conv4.bn3.bias", "m0.coordconv.conv.weight", "m0.b1_4.bn1.weight",
                "m1.b2_1.conv2.weight", "m2.b2_plus_1.conv1.weight", "m3.b3_4.bn2.running_var", "top_m_0.bn1.weight",
                "conv_last0.bias", "bn_end3.weight", "l3.weight", "bl2.weight", "al0.bias",
            },
            names.ToHashSet());
        Assert.DoesNotContain(names, name => name.StartsWith("bl3", StringComparison.Ordinal)
            || name.Contains("conv3.downsample", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 3, 5, 5)]
    [InlineData(false, 3, 3, 3)]
    public void Only_hourglasses_after_the_first_see_the_boundary(bool boundary, int first, int second, int third)
    {
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16, Stacks = 3, Boundary = boundary });
        var state = network.state_dict();
        Assert.Equal([16L + first, 16L + second, 16L + third],
            Enumerable.Range(0, 3).Select(i => state[$"m{i}.coordconv.conv.weight"].shape[1]));
    }

    [Theory]
    [InlineData(1, 64, 2)]
    [InlineData(3, 128, 4)]
    public void Every_hourglass_outputs_maps_of_a_quarter_of_the_input_size(int stacks, int size, int depth)
    {
        using var scope = NewDisposeScope();
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16, Stacks = stacks, Depth = depth, Landmarks = 7 });
        var outputs = network.call(zeros(2, 3, size, size));
        Assert.Equal(stacks, outputs.Length);
        Assert.All(outputs, output => Assert.Equal([2L, 8, size / 4, size / 4], output.shape));
    }

    [Fact]
    public void In_training_bfloat16_differs_from_single_precision_only_by_rounding()
    {
        using var scope = NewDisposeScope();
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 32, Stacks = 2, Depth = 1, Landmarks = 7 });
        using var images = rand([4, 3, 64, 64]);
        var weight = network.named_parameters().Single(parameter => parameter.name == "l1.weight").parameter;
        var (exact, exactGradient) = Learn(ScalarType.Float32);
        var (rounded, bothGradients) = Learn(ScalarType.BFloat16);
        // Without any difference nothing was rounded. Rounding to 2^-8 adds up to a few hundredths over thirty layers.
        Assert.InRange(Difference(exact, rounded), 1e-4, 0.1);
        // The gradients of both runs add up.
        Assert.InRange(Difference(exactGradient, [.. bothGradients.Zip(exactGradient, (both, first) => both - first)]), 1e-4, 0.1);

        network.eval();
        var measured = Values(network.call(images)[^1]);
        network.TrainingPrecision = ScalarType.Float32;
        Assert.Equal(measured, Values(network.call(images)[^1]));

        (float[] Maps, float[] Gradient) Learn(ScalarType precision)
        {
            network.TrainingPrecision = precision;
            network.train();
            var maps = network.call(images)[^1];
            maps.mul(maps).sum().backward();
            return (Values(maps.detach()), Values(weight.grad!));
        }
    }

    [Fact]
    public void An_input_that_cannot_be_halved_often_enough_is_refused_with_its_shape()
    {
        using var scope = NewDisposeScope();
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16, Stacks = 1 });
        Assert.Contains("[1, 3, 96, 64]", Assert.Throws<ArgumentException>(() => network.call(zeros(1, 3, 96, 64))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 1, 4)]
    [InlineData(64, 0, 4)]
    [InlineData(64, 5, 4)]
    [InlineData(64, 1, 5)]
    public void A_shape_out_of_range_is_refused(int width, int stacks, int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StackedHourglass(new StackedHourglassOptions { Width = width, Stacks = stacks, Depth = depth }));

    [Fact]
    public void A_gradient_reaches_every_weight_of_every_hourglass()
    {
        using var scope = NewDisposeScope();
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16, Stacks = 2, Depth = 2, Landmarks = 3 });
        var outputs = network.call(tensor(FormulaWeights.Uniform(2 * 3 * 64 * 64, 5), [2, 3, 64, 64]));
        (outputs[0].abs().sum() + outputs[1].abs().sum()).backward();
        Assert.All(network.named_parameters(), entry => Assert.NotNull(entry.parameter.grad));
    }

    [Fact]
    public void A_forward_pass_leaves_only_its_outputs_behind()
    {
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16, Stacks = 2, Depth = 2 });
        Leaks.NothingButOutputs(network, 2);
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();

    /// <summary>Norm of the difference divided by the norm of the first.</summary>
    private static double Difference(float[] one, float[] other) =>
        Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (double)(a - b)).Sum() / one.Sum(a => a * (double)a));
}

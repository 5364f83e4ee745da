using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

public class CompactNetworkTests
{
    public static StackedHourglassOptions Small(BlockKind kind = BlockKind.Bottleneck, int stacks = 1, int repeats = 1) => new()
    {
        Landmarks = 5,
        Stacks = stacks,
        Depth = 2,
        Compact = new CompactBlocks { Kind = kind, Stem = 8, Widths = [16, 24, 32], Head = 24, Repeats = repeats },
    };

    public static TheoryData<BlockKind, int, int> Shapes => new()
    {
        { BlockKind.Bottleneck, 1, 1 },
        { BlockKind.Bottleneck, 2, 2 },
        { BlockKind.Inverted, 1, 2 },
        { BlockKind.Inverted, 2, 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_hourglass_outputs_maps_of_a_quarter_of_the_input_size(BlockKind kind, int stacks, int repeats)
    {
        using var scope = NewDisposeScope();
        using var network = Small(kind, stacks, repeats).Create();
        var outputs = network.call(zeros(2, 3, 64, 64));
        Assert.Equal(stacks, outputs.Length);
        Assert.All(outputs, output => Assert.Equal([2L, 6, 16, 16], output.shape));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_gradient_reaches_every_weight(BlockKind kind, int stacks, int repeats)
    {
        using var scope = NewDisposeScope();
        using var network = Small(kind, stacks, repeats).Create();
        var outputs = network.call(tensor(FormulaWeights.Uniform(2 * 3 * 64 * 64, 5), [2, 3, 64, 64]));
        outputs.Select(output => output.abs().sum()).Aggregate((sum, value) => sum + value).backward();
        Assert.All(network.named_parameters(), entry => Assert.True(entry.parameter.grad is not null, entry.name));
    }

    [Fact]
    public void Every_convolution_except_those_of_the_heatmaps_has_a_normalization_and_no_tensor_has_two_names()
    {
        using var network = Small(stacks: 2).Create();
        var names = network.state_dict().Keys.ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "half.conv.weight", "quarter.norm.weight",
                "hourglass0.down0.0.shortcut.conv.weight", "hourglass0.skip0.0.first.conv.weight",
                "hourglass1.down1.0.spatial.norm.running_var",
                "hourglass0.bottom.0.last.conv.weight", "hourglass1.up0.0.shortcut.norm.bias", "head0.heatmapsOn.conv.weight",
                "head1.heatmaps.bias",
            },
            names);
        var alone = names.Where(name => name.EndsWith(".conv.weight", StringComparison.Ordinal)).Select(name => name[..^12])
            .Where(unit => !names.Contains($"{unit}.norm.running_mean"));
        Assert.Empty(alone);
        Assert.DoesNotContain(names, name => name.StartsWith("head1.featuresOn", StringComparison.Ordinal));
        Assert.Equal(names.Count, network.state_dict().Values.Select(value => value.Handle).Distinct().Count());
    }

    [Fact]
    public void Training_in_bfloat16_gives_single_precision_maps_and_finite_gradients()
    {
        using var scope = NewDisposeScope();
        using var network = Small(BlockKind.Inverted).Create();
        network.TrainingPrecision = ScalarType.BFloat16;
        var maps = network.call(rand([2, 3, 64, 64]))[^1];
        Assert.Equal(ScalarType.Float32, maps.dtype);
        maps.mul(maps).sum().backward();
        Assert.All(network.parameters(), parameter => Assert.True(parameter.grad!.isfinite().all().item<bool>()));
    }

    [Fact]
    public void The_published_network_has_no_compact_blocks()
    {
        using var network = new StackedHourglassOptions { Width = 16, Stacks = 1 }.Create();
        Assert.IsType<StackedHourglass>(network);
        Assert.Throws<ArgumentException>(() => new CompactNetwork(new StackedHourglassOptions()));
    }

    public static TheoryData<CompactBlocks> Impossible =>
    [
        new CompactBlocks { Widths = [16, 24] },
        new CompactBlocks { Widths = [16, 24, 20] },
        new CompactBlocks { Widths = [16, 24, 0] },
        new CompactBlocks { Widths = [16, 24, 32], Stem = 4 },
        new CompactBlocks { Widths = [16, 24, 32], Head = 69 },
        new CompactBlocks { Widths = [16, 24, 32], Expansion = 7 },
        new CompactBlocks { Widths = [16, 24, 32], Repeats = 0 },
        new CompactBlocks { Widths = [16, 24, 32], Kind = (BlockKind)9 },
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_shape_out_of_range_is_refused(CompactBlocks blocks) =>
        Assert.ThrowsAny<ArgumentException>(() => (Small() with { Compact = blocks }).Create());

    [Fact]
    public void A_forward_pass_leaves_only_its_outputs_behind()
    {
        using var network = Small(stacks: 2).Create();
        Leaks.NothingButOutputs(network, 2);
    }
}

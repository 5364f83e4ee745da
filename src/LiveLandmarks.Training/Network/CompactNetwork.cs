using static TorchSharp.torch;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The heatmap network for CPUs: a narrow stem, then hourglasses (Newell, Yang and Deng, ECCV 2016) of <see cref="CompactBlocks"/>. It has
/// no coordinate channels, because they would have to be concatenated.
/// </summary>
public sealed class CompactNetwork : HeatmapNetwork
{
    private readonly ConvUnit half, quarter;
    private readonly CompactStage stem;
    private readonly CompactHourglass[] hourglasses;
    private readonly CompactHead[] heads;

    /// <summary>Makes the network with random weights, drawn from torch's global generator.</summary>
    /// <param name="options">Its shape, with <see cref="StackedHourglassOptions.Compact"/>.</param>
    /// <exception cref="ArgumentException">A number of the shape is out of its range, or there are no compact blocks.</exception>
    public CompactNetwork(StackedHourglassOptions options)
        : base(nameof(CompactNetwork))
    {
        options.Validate();
        Options = options;
        var shape = options.Compact ?? throw new ArgumentException("The shape has no compact blocks.", nameof(options));
        register_module("half", half = new ConvUnit(3, shape.Stem, stride: 2));
        register_module("quarter", quarter = new ConvUnit(shape.Stem, 2 * shape.Stem, stride: 2));
        register_module("stem", stem = new CompactStage(shape, 2 * shape.Stem, shape.Widths[0], repeats: 1));
        hourglasses = new CompactHourglass[options.Stacks];
        heads = new CompactHead[options.Stacks];
        for (var i = 0; i < options.Stacks; i++)
        {
            register_module($"hourglass{i}", hourglasses[i] = new CompactHourglass(shape, options.Depth));
            register_module($"head{i}", heads[i] = new CompactHead(shape, options.Channels, last: i == options.Stacks - 1));
        }
    }

    /// <summary>The network's shape.</summary>
    public StackedHourglassOptions Options { get; }

    /// <inheritdoc/>
    protected override int InputMultiple => Options.InputMultiple;

    /// <summary>Predicts heatmaps.</summary>
    /// <param name="images">RGB images [N, 3, S, S]; S a multiple of <see cref="StackedHourglassOptions.InputMultiple"/>.</param>
    /// <returns>One tensor [N, channels, S / 4, S / 4] for each hourglass, of which the last is the best; the boundary map is the last
    /// channel.</returns>
    protected override Tensor[] Predict(Tensor images)
    {
        var outputs = new Tensor[hourglasses.Length];
        Tensor? features = stem.call(quarter.call(half.call(MemoryLayout.ChannelsLast(images))));
        for (var i = 0; i < outputs.Length; i++)
            (outputs[i], features) = heads[i].call(hourglasses[i].call(features!), features!);
        return outputs;
    }
}

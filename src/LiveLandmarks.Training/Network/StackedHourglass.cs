using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The heatmap network of AWing (Wang, Bo and Li, ICCV 2019), layer by layer as its authors published it
/// (github.com/protossw512/AdaptiveWingLoss, <c>core/models.py</c>), with the same names in the state dictionary,
/// so that their weights load.
/// </summary>
public sealed class StackedHourglass : HeatmapNetwork
{
    private readonly CoordConv conv1;
    private readonly BatchNorm2d bn1;
    private readonly ConvBlock conv2, conv3, conv4;
    private readonly Hourglass[] hourglasses;
    private readonly HourglassHead[] heads;

    /// <summary>Makes the network with random weights, drawn from torch's global generator.</summary>
    /// <param name="options">Its shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the shape is out of its range.</exception>
    public StackedHourglass(StackedHourglassOptions options)
        : base(nameof(StackedHourglass))
    {
        options.Validate();
        Options = options;
        var width = options.Width;
        register_module("conv1", conv1 = new CoordConv(3, width / 4, boundary: false, kernel: 7, stride: 2));
        register_module("bn1", bn1 = BatchNorm2d(width / 4));
        register_module("conv2", conv2 = new ConvBlock(width / 4, width / 2));
        register_module("conv3", conv3 = new ConvBlock(width / 2, width / 2));
        register_module("conv4", conv4 = new ConvBlock(width / 2, width));
        hourglasses = new Hourglass[options.Stacks];
        heads = new HourglassHead[options.Stacks];
        for (var i = 0; i < options.Stacks; i++)
        {
            hourglasses[i] = new Hourglass(width, options.Depth, options.Boundary && i > 0);
            register_module($"m{i}", hourglasses[i]);
            heads[i] = new HourglassHead(options, i, register_module);
        }
    }

    /// <summary>The network's shape.</summary>
    public StackedHourglassOptions Options { get; }

    /// <inheritdoc/>
    protected override int InputMultiple => Options.InputMultiple;

    /// <summary>Predicts heatmaps.</summary>
    /// <param name="images">RGB images [N, 3, S, S]; S a multiple of <see cref="StackedHourglassOptions.InputMultiple"/>, 256 in the
    /// paper.</param>
    /// <returns>
    /// One tensor [N, channels, S / 4, S / 4] for each hourglass, of which the last is the best; the boundary map is the last channel.
    /// </returns>
    protected override Tensor[] Predict(Tensor images)
    {
        var outputs = new Tensor[hourglasses.Length];
        Tensor? features = Stem(images);
        for (var i = 0; i < outputs.Length; i++)
        {
            var boundary = Options.Boundary && i > 0 ? outputs[i - 1] : null;
            (outputs[i], var next) = heads[i].Apply(hourglasses[i].call(features!, boundary), features!);
            features = next;
        }
        return outputs;
    }

    private Tensor Stem(Tensor images)
    {
        using var scope = NewDisposeScope();
        var features = relu(bn1.call(conv1.call(images, null)), inplace: true);
        features = avg_pool2d(conv2.call(features), 2, 2);
        return conv4.call(conv3.call(features)).MoveToOuterDisposeScope();
    }
}

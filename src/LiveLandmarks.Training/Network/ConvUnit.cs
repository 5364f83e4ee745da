using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>A convolution, its batch normalization and an optional rectifier, which become one layer of an exported model.</summary>
internal sealed class ConvUnit : Module<Tensor, Tensor>
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d norm;
    private readonly bool rectify;

    /// <summary>Makes the unit.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    /// <param name="kernel">Side of the kernel.</param>
    /// <param name="stride">Step of the kernel.</param>
    /// <param name="rectify">Whether a rectifier follows.</param>
    /// <param name="groups">Number of groups of channels that are convolved separately; the number of channels for a depthwise
    /// convolution.</param>
    public ConvUnit(int inputs, int outputs, int kernel = 3, int stride = 1, bool rectify = true, int groups = 1)
        : base(nameof(ConvUnit))
    {
        this.rectify = rectify;
        register_module("conv", conv = Conv2d(inputs, outputs, kernel, stride, padding: kernel / 2, groups: groups, bias: false));
        register_module("norm", norm = BatchNorm2d(outputs));
    }

    /// <summary>Applies the unit.</summary>
    /// <param name="input">[N, inputs, H, W].</param>
    /// <returns>[N, outputs, H / stride, W / stride].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var normalized = norm.call(conv.Convolve(input));
        return (rectify ? relu(normalized, inplace: true) : normalized).MoveToOuterDisposeScope();
    }
}

using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The shortcut around a <see cref="ConvBlock"/> that changes the number of channels: normalize, rectify, 1×1 convolution. Its parts are
/// named as in the published implementation's sequence, 0 and 2.
/// </summary>
internal sealed class ConvShortcut : Module<Tensor, Tensor>
{
    [ComponentName(Name = "0")]
    private readonly BatchNorm2d norm;

    [ComponentName(Name = "2")]
    private readonly Conv2d conv;

    /// <summary>Makes the layers.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    public ConvShortcut(int inputs, int outputs)
        : base(nameof(ConvShortcut))
    {
        register_module("0", norm = BatchNorm2d(inputs));
        register_module("2", conv = Conv2d(inputs, outputs, 1, bias: false));
    }

    /// <summary>Applies the layers.</summary>
    /// <param name="input">[N, inputs, H, W].</param>
    /// <returns>[N, outputs, H, W].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return conv.Convolve(relu(norm.call(input), inplace: true)).MoveToOuterDisposeScope();
    }
}

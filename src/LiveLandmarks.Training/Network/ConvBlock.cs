using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The pre-activation residual block of FAN (Bulat and Tzimiropoulos, ICCV 2017): three 3×3 convolutions in a row,
/// whose outputs of 1/2, 1/4 and 1/4 of the width are concatenated and added to the input.
/// </summary>
internal sealed class ConvBlock : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d bn1, bn2, bn3;
    private readonly Conv2d conv1, conv2, conv3;
    private readonly ConvShortcut? downsample;

    /// <summary>Makes the block.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output, a multiple of 4.</param>
    public ConvBlock(int inputs, int outputs)
        : base(nameof(ConvBlock))
    {
        var (half, quarter) = (outputs / 2, outputs / 4);
        register_module("bn1", bn1 = BatchNorm2d(inputs));
        register_module("conv1", conv1 = Conv3x3(inputs, half));
        register_module("bn2", bn2 = BatchNorm2d(half));
        register_module("conv2", conv2 = Conv3x3(half, quarter));
        register_module("bn3", bn3 = BatchNorm2d(quarter));
        register_module("conv3", conv3 = Conv3x3(quarter, quarter));
        if (inputs == outputs)
            return;
        register_module("downsample", downsample = new ConvShortcut(inputs, outputs));
    }

    /// <summary>Applies the block.</summary>
    /// <param name="input">[N, inputs, H, W].</param>
    /// <returns>[N, outputs, H, W].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var first = conv1.Convolve(relu(bn1.call(input), inplace: true));
        var second = conv2.Convolve(relu(bn2.call(first), inplace: true));
        var third = conv3.Convolve(relu(bn3.call(second), inplace: true));
        var residual = downsample is null ? input : downsample.call(input);
        return cat([first, second, third], 1).add_(residual).MoveToOuterDisposeScope();
    }

    private static Conv2d Conv3x3(int inputs, int outputs) => Conv2d(inputs, outputs, 3, padding: 1, bias: false);
}

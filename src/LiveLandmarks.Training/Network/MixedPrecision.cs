using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// Convolutions in the precision of their input, whatever the precision of their weights (Micikevicius et al., "Mixed Precision Training",
/// ICLR 2018): the weights stay in single precision, where small steps add up, and are rounded for each use. TorchSharp has no autocast.
/// </summary>
internal static class MixedPrecision
{
    /// <summary>Convolves.</summary>
    /// <param name="layer">The layer, its weights in single precision.</param>
    /// <param name="input">Maps [N, channels, H, W] in single precision or bfloat16.</param>
    /// <returns>Maps of the input's precision, in the caller's dispose scope.</returns>
    public static Tensor Convolve(this Conv2d layer, Tensor input)
    {
        var precision = input.dtype;
        if (precision == layer.weight.dtype)
            return layer.call(input);
        using var scope = NewDisposeScope();
        return functional.conv2d(
            input, layer.weight.to(precision), layer.bias?.to(precision), layer.stride, layer.padding, layer.dilation, layer.groups)
                .MoveToOuterDisposeScope();
    }
}

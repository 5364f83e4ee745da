using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Modules;

public sealed class Conv2d : Convolution
{
    private static readonly long[] NoPadding = [0, 0];

    internal Conv2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long)? padding,
        Padding? padding_type, (long, long) dilation, long groups, bool bias, PaddingModes padding_mode, Device? device,
        ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2],
            [stride.Item1, stride.Item2], padding is { } p ? [p.Item1, p.Item2] : null, padding_type,
            [dilation.Item1, dilation.Item2], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        var batched = input.Dimensions == 4;
        if ((!batched && input.Dimensions != 3) || input.size(batched ? 1 : 0) != in_channels)
            throw new ArgumentException(
                $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d.");

        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = F.pad(input, PaddingOfBothSides(), padding_mode);
            return F.conv2d(padded, weight, bias, stride, NoPadding, dilation, groups);
        }

        return padding_type is { } type
            ? F.conv2d_padding(input, weight, bias, stride, type, dilation, groups)
            : F.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels, long out_channels, long kernel_size, long stride, long padding, long dilation, long groups,
        bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding],
            [dilation, dilation], groups, bias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        var batched = input.Dimensions == 4;
        if ((!batched && input.Dimensions != 3) || input.size(batched ? 1 : 0) != in_channels)
            throw new ArgumentException(
                $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d.");
        return nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}

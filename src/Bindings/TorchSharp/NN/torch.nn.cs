using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            padding_mode == PaddingModes.Zeros
                ? new(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, device, dtype)
                : throw new NotSupportedException("The binding pads with zeros only.");

        public static BatchNorm2d BatchNorm2d(
            long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
            bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        public static ReLU ReLU(bool inplace = false) => new(inplace);

        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules)
        {
            var result = new Sequential();
            foreach (var module in modules)
                result.append(module);
            return result;
        }
    }
}

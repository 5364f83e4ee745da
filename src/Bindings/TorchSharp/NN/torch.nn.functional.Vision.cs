namespace TorchSharp;

public static partial class torch
{
    public enum UpsampleMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
    }

    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
        NearestExact = 6,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor pad(
                Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Aten.Pad.Call(
                    input, pad, Name(mode),
                    mode is PaddingModes.Constant or PaddingModes.Zeros ? value : Argument.None);

            public static Tensor pad(
                Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(
                Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            public static Tensor upsample_nearest2d(
                Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Aten.UpsampleNearest2d.Call(input, outputSizes, scaleFactors);

            /// <summary>Resizes images; the binding does so in batches of planes (four dimensions) only.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                if (size is null == scale_factor is null)
                    throw new ArgumentException("only one of size or scale_factor should be defined");
                if (x.Dimensions != 4 || antialias)
                    throw new NotSupportedException(
                        "The binding resizes four-dimensional tensors without antialiasing.");

                size = size is { Length: 1 } ? [size[0], size[0]] : size;
                scale_factor = scale_factor is { Length: 1 } ? [scale_factor[0], scale_factor[0]] : scale_factor;
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [(long)(x.size(2) * scale_factor[0]), (long)(x.size(3) * scale_factor[1])];
                    scale_factor = null;
                }

                return mode switch
                {
                    InterpolationMode.Nearest => Aten.UpsampleNearest2d.Call(x, size, scale_factor),
                    InterpolationMode.NearestExact => Aten.UpsampleNearestExact2d.Call(x, size, scale_factor),
                    InterpolationMode.Bilinear =>
                        Aten.UpsampleBilinear2d.Call(x, size, align_corners ?? false, scale_factor),
                    InterpolationMode.Bicubic =>
                        Aten.UpsampleBicubic2d.Call(x, size, align_corners ?? false, scale_factor),
                    InterpolationMode.Area => adaptive_avg_pool2d(x, size!),
                    _ => throw new NotSupportedException($"{mode} does not apply to four-dimensional tensors."),
                };
            }

            private static string Name(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                _ => "constant",
            };
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
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
            /// <summary>Resizes images; the binding repeats the pixels of batches of planes, by a factor.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                if (size is null == scale_factor is null)
                    throw new ArgumentException("only one of size or scale_factor should be defined");
                if (x.Dimensions != 4 || size is not null || mode != InterpolationMode.Nearest
                    || align_corners is not null || recompute_scale_factor || antialias)
                    throw new NotSupportedException(
                        "The binding resizes four-dimensional tensors by a factor to the nearest pixel.");
                return Aten.UpsampleNearest2d.Call(
                    x, Argument.None, scale_factor is { Length: 1 } ? [scale_factor[0], scale_factor[0]] : scale_factor);
            }
        }
    }
}

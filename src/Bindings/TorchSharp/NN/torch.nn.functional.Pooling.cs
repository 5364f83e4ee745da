namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Aten.AvgPool2d.Call(
                    input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding }, ceil_mode,
                    count_include_pad, divisor_override);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                Aten.MaxPool2d.Call(
                    input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 },
                    new[] { dilation ?? 1 }, ceil_mode);
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false)
            {
                if (!inplace)
                    return x.relu();
                Aten.ReluInPlace.Run(x);
                return x.alias();
            }

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                Aten.Conv2d.Call(
                    input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Aten.BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, false);
        }
    }
}

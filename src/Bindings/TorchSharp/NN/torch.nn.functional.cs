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

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                x.softplus(beta, threshold);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false)
            {
                var result = Aten.LeakyRelu.Call(input, negative_slope);
                if (!inplace)
                    return result;
                using (result)
                    Aten.CopyInPlace.Run(input, result, false);
                return input.alias();
            }

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Aten.Linear.Call(input, weights, bias);

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                Aten.Conv2d.Call(
                    input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Aten.Conv2dPadding.Call(
                    input, weight, bias, strides ?? [1], padding == Padding.Same ? "same" : "valid", dilation ?? [1],
                    groups);

            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Aten.BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, false);
        }
    }
}

using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Tests.Bindings;

/// <summary>Gradients against central differences in double precision.</summary>
public sealed class GradientTests : IDisposable
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-6;

    private readonly DisposeScope _scope = NewDisposeScope();

    public GradientTests() => manual_seed(7);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Convolution_with_stride_padding_dilation_groups_and_bias()
    {
        Check(
            t => F.conv2d(t[0], t[1], t[2], strides: [2, 1], padding: [1, 2], dilation: [1, 2], groups: 2),
            Random(2, 4, 5, 6),
            Random(6, 2, 3, 3),
            Random(6));
    }

    [Fact]
    public void Batch_normalisation_in_training()
    {
        Check(
            t => Squared(F.batch_norm(t[0], null, null, t[1], t[2], training: true, eps: 1e-3)),
            Random(3, 2, 4, 4),
            Random(2),
            Random(2));
    }

    [Fact]
    public void Average_pooling() =>
        Check(t => Squared(F.avg_pool2d(t[0], 3, stride: 2, padding: 1)), Random(1, 2, 6, 6));

    [Fact]
    public void Maximum_pooling() => Check(t => Squared(F.max_pool2d(t[0], 2)), Random(1, 2, 6, 6));

    [Fact]
    public void Resizing() => Check(t => Squared(F.interpolate(t[0], scale_factor: [2, 2])), Random(1, 2, 3, 4));

    [Fact]
    public void Losses()
    {
        var target = Random(4, 3);
        Check(t => F.mse_loss(t[0], target), Random(4, 3));
        Check(t => F.l1_loss(t[0], target), Random(4, 3));
    }

    [Fact]
    public void Reductions_shapes_and_indices()
    {
        Check(t => (t[0].sum(1, keepdim: true) / t[0].exp().mean([0, 2], keepdim: true)).sigmoid(), Random(2, 3, 4));
        Check(t => Squared(cat([t[0].permute(1, 0).reshape(2, 3), t[1].view(2, 3)], dim: 1)), Random(3, 2), Random(6));
        Check(t => cat([t[0][0], t[0][1, TensorIndex.Slice(0, 3)]]).clamp(-0.5, 0.5), Random(2, 3));
        Check(t => Squared(t[0].narrow(1, 1, 2)), Random(3, 4));
    }

    private static Tensor Squared(Tensor values) => values * values;

    private static Tensor Random(params long[] shape) => randn(shape, float64);

    private static void Check(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        foreach (var input in inputs)
            input.requires_grad = true;
        var weights = rand(function(inputs).shape, float64);
        (function(inputs) * weights).sum().backward();

        foreach (var input in inputs)
        {
            var gradient = input.grad!.reshape(-1).data<double>().ToArray();
            var values = input.detach().view(-1);
            for (var i = 0; i < gradient.Length; i++)
            {
                var numeric = (Value(i, Step) - Value(i, -Step)) / (2 * Step);
                Assert.Equal(numeric, gradient[i], Tolerance * Math.Max(1, Math.Abs(numeric)));
            }

            double Value(int index, double change)
            {
                using var mode = no_grad();
                var element = values[index];
                element.copy_(element + change);
                var result = (function(inputs) * weights).sum().item<double>();
                element.copy_(element - change);
                return result;
            }
        }
    }
}

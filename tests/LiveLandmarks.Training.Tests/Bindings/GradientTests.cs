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
            t => F.batch_norm(t[0], null, null, t[1], t[2], training: true, eps: 1e-3).pow(3),
            Random(3, 2, 4, 4),
            Random(2),
            Random(2));
    }

    [Fact]
    public void Average_pooling() =>
        Check(t => F.avg_pool2d(t[0], 3, stride: 2, padding: 1).pow(2), Random(1, 2, 6, 6));

    [Fact]
    public void Maximum_pooling() => Check(t => F.max_pool2d(t[0], 2).pow(2), Random(1, 2, 6, 6));

    [Theory]
    [InlineData(InterpolationMode.Nearest, null)]
    [InlineData(InterpolationMode.Bilinear, false)]
    [InlineData(InterpolationMode.Bilinear, true)]
    public void Resizing(InterpolationMode mode, bool? alignCorners) =>
        Check(
            t => F.interpolate(t[0], scale_factor: [2, 2], mode: mode, align_corners: alignCorners).pow(2),
            Random(1, 2, 3, 4));

    [Fact]
    public void Losses()
    {
        var target = Random(4, 3);
        Check(t => F.mse_loss(t[0], target), Random(4, 3));
        Check(t => F.l1_loss(t[0], target), Random(4, 3));
        Check(t => F.smooth_l1_loss(t[0], target, beta: 0.5), Random(4, 3) * 2);
    }

    [Fact]
    public void The_functions_of_an_adaptive_wing_loss()
    {
        var target = rand(2, 3, dtype: float64);
        Check(
            t =>
            {
                var difference = (t[0] - target).abs();
                var power = 2.1 - target;
                var near = 14 * log1p(pow(difference, power));
                var far = difference * 3.0 - 1.5;
                return where(difference < 0.5, near, far).mean();
            },
            Random(2, 3));
    }

    [Fact]
    public void Reductions_shapes_and_indices()
    {
        Check(t => (t[0].sum(1, keepdim: true) / t[0].exp().mean([0, 2], keepdim: true)).sigmoid(), Random(2, 3, 4));
        Check(t => cat([t[0].permute(1, 0).reshape(2, 3), t[1].view(2, 3)], dim: 1).square(), Random(3, 2), Random(6));
        Check(t => stack([t[0][0], t[0][1, TensorIndex.Slice(0, 3)]]).clamp(-0.5, 0.5), Random(2, 3));
        Check(t => F.pad(t[0], (1, 2, 0, 1)).narrow(2, 1, 2).norm(), Random(1, 1, 3, 3));
    }

    private static Tensor Random(params long[] shape) => randn(shape, float64);

    private static void Check(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        foreach (var input in inputs)
            input.requires_grad = true;
        var weights = rand_like(function(inputs)).detach();
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
                element.add_(change);
                var result = (function(inputs) * weights).sum().item<double>();
                element.sub_(change);
                return result;
            }
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Bindings;

/// <summary>Three steps against the values that Python's torch 1.13 arrives at.</summary>
public sealed class OptimizerTests : IDisposable
{
    private const double Tolerance = 1e-14;

    private readonly Parameter _parameter = new(tensor(new[] { 1.0, -2.0, 3.0 }));

    public void Dispose() => _parameter.Dispose();

    [Fact]
    public void RMSProp_steps()
    {
        using var optimizer = optim.RMSProp([_parameter], lr: 0.01, alpha: 0.9);
        Expect(optimizer, 0.9138994100830994, -1.9138994084512224, 2.913899407635284);
    }

    [Fact]
    public void RMSProp_steps_with_decay_and_momentum()
    {
        using var optimizer = optim.RMSProp([_parameter], lr: 0.01, alpha: 0.9, weight_decay: 0.1, momentum: 0.9);
        // By the formula, in double precision.
        Expect(optimizer, 0.8355135427178301, -1.8354826606058046, 2.8351491126275485);
    }

    [Fact]
    public void AdamW_steps()
    {
        using var optimizer = optim.AdamW([_parameter], lr: 0.01, weight_decay: 0.05);
        Expect(optimizer, 0.9692837411964048, -1.967784490866167, 2.9662852406385483);
    }

    [Fact]
    public void First_RMSProp_step_by_hand()
    {
        using var optimizer = optim.RMSProp([_parameter], lr: 0.1, alpha: 0.9, eps: 0.5);
        _parameter.grad = tensor(new[] { 2.0, 0.0, -1.0 });
        optimizer.step();

        // value - lr * g / (sqrt((1 - alpha) * g * g) + eps)
        double Moved(double value, double g) => value - 0.1 * g / (Math.Sqrt(0.1 * g * g) + 0.5);
        Same([Moved(1, 2), -2, Moved(3, -1)]);
    }

    [Fact]
    public void Zero_grad_keeps_the_gradient_and_clears_it()
    {
        using var optimizer = optim.RMSProp([_parameter], 0.1);
        _parameter.grad = ones(3, float64);
        optimizer.zero_grad();
        using var gradient = _parameter.grad;
        Assert.Equal([0.0, 0.0, 0.0], gradient!.data<double>().ToArray());
    }

    private void Expect(optim.Optimizer optimizer, params double[] expected)
    {
        Step(optimizer, 3);
        Same(expected);
    }

    private void Step(optim.Optimizer optimizer, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            using var scope = NewDisposeScope();
            _parameter.grad = tensor(new[] { 0.5, -1.0, 2.0 }) * i;
            optimizer.step();
        }
    }

    private void Same(double[] expected)
    {
        var actual = _parameter.detach().data<double>().ToArray();
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Tolerance);
    }
}

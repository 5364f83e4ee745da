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
    public void RMSProp_steps_with_decay_momentum_and_centring()
    {
        using var optimizer =
            optim.RMSProp([_parameter], lr: 0.01, alpha: 0.9, weight_decay: 0.1, momentum: 0.9, centered: true);
        Expect(optimizer, 0.821729502234285, -1.8216976321901144, 2.821379782625317);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AdamW_steps(bool amsgrad)
    {
        using var optimizer = optim.AdamW([_parameter], lr: 0.01, weight_decay: 0.05, amsgrad: amsgrad);
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

    [Fact]
    public void Groups_have_their_own_learning_rate()
    {
        using var other = new Parameter(zeros(1, float64));
        using var optimizer = optim.RMSProp(
            [new RMSProp.ParamGroup([_parameter], lr: 0.5), new RMSProp.ParamGroup { Parameters = [other] }], lr: 0.25);

        Assert.Equal([0.5, 0.25], optimizer.ParamGroups.Select(group => group.LearningRate));
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate *= 0.1;
        Assert.Equal([0.05, 0.025], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([0.5, 0.25], optimizer.ParamGroups.Select(group => group.InitialLearningRate));
    }

    [Fact]
    public void A_saved_state_goes_on_where_it_was()
    {
        using var stream = new MemoryStream();
        using (var first = optim.AdamW([_parameter], lr: 0.01))
        {
            Step(first, 2);
            first.save_state_dict(new BinaryWriter(stream));
        }

        using var copy = new Parameter(_parameter.detach().clone());
        using var continued = optim.AdamW([copy], lr: 0.5);
        stream.Position = 0;
        continued.load_state_dict(new BinaryReader(stream));
        Assert.Equal(0.01, continued.ParamGroups.Single().LearningRate);
        Assert.Equal(2, Assert.IsType<AdamW.State>(continued.state_dict().State.Single()).step);

        using var fresh = optim.AdamW([_parameter], lr: 0.01);
        fresh.load_state_dict(continued.state_dict());
        _parameter.grad = ones(3, float64);
        copy.grad = ones(3, float64);
        fresh.step();
        continued.step();
        Assert.True(copy.allclose(_parameter, 0, 0));
    }

    [Fact]
    public void Clipping_scales_all_gradients_to_a_common_norm()
    {
        using var other = new Parameter(zeros(1));
        _parameter.grad = tensor(new[] { 3.0, 4.0, 0.0 });
        other.grad = tensor(new[] { 12f });

        Assert.Equal(13, nn.utils.clip_grad_norm_([_parameter, other], 1), 1e-6);
        Assert.Equal(3.0 / 13, _parameter.grad![0].item<double>(), 1e-6);
        Assert.Equal(12.0 / 13, other.grad!.item<float>(), 1e-6);
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

using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Bindings;

public sealed class ModuleTests
{
    [Fact]
    public void State_has_the_names_that_PyTorch_gives()
    {
        using var net = new Net();
        Assert.Equal(
            [
                "bn1.bias", "bn1.num_batches_tracked", "bn1.running_mean", "bn1.running_var", "bn1.weight",
                "conv1.weight", "head.0.bias", "head.0.weight", "head.last.bias", "head.last.weight",
                "scale", "steps.0.bias", "steps.0.weight", "steps.1.bias", "steps.1.weight",
            ],
            net.state_dict().Keys.Order());
        Assert.Equal(["conv1", "bn1", "head", "steps"], net.named_children().Select(child => child.name));
        Assert.Contains("head.last", net.named_modules().Select(module => module.name));
        Assert.Equal(12, net.parameters().Count());
        Assert.Equal([8, 3, 3, 3], net.get_parameter("conv1.weight")!.shape);
    }

    [Fact]
    public void A_loaded_state_gives_the_same_outputs()
    {
        using var scope = NewDisposeScope();
        using var first = new Net();
        using var second = new Net();
        second.load_state_dict(first.state_dict());
        first.eval();
        second.eval();
        var input = rand(2, 3, 8, 8);
        Assert.True(first.call(input).allclose(second.call(input), 0, 0));
    }

    [Fact]
    public void A_strict_load_refuses_what_does_not_match()
    {
        using var net = new Net();
        var state = net.state_dict();
        state.Remove("scale");
        state["other"] = zeros(1);

        Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        var (missing, unexpected) = net.load_state_dict(state, strict: false);
        Assert.Equal(["scale"], missing);
        Assert.Equal(["other"], unexpected);
    }

    [Fact]
    public void Batch_normalisation_tracks_its_inputs()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm2d(2);
        var input = arange(16, float32).reshape(2, 2, 2, 2);
        var output = norm.call(input);
        norm.call(input * 2);

        // Python's torch 1.13.
        Close([-1.3242440f, -1.0834724f, -0.8427007f], output);
        Close([1.595f, 2.755f], norm.running_mean!);
        Close([10.47f, 10.47f], norm.running_var!);
        Assert.Equal(2, norm.num_batches_tracked!.item<long>());

        norm.eval();
        Assert.False(norm.training);
        Close([-0.4929322f, -0.1838838f, 0.1251646f], norm.call(input));
    }

    [Fact]
    public void The_same_seed_gives_the_numbers_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var convolution = nn.Conv2d(2, 1, 2);
        Close([0.2335233f, -0.2643795f, 0.2881246f, 0.2262226f], convolution.weight);
        Close([0.9941847f, 0.6064286f, 0.5645713f], rand(3));

        var state = get_rng_state();
        var expected = randn(4);
        set_rng_state(state);
        Assert.True(randn(4).allclose(expected, 0, 0));
    }

    [Fact]
    public void Converting_a_module_converts_what_holds_real_numbers()
    {
        using var net = new Net();
        net.to(float64);
        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Int64, net.get_buffer("bn1.num_batches_tracked")!.dtype);
        Assert.All(net.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void A_module_outlives_the_scope_it_was_made_in_and_disposes_of_its_tensors()
    {
        var before = Tensor.TotalCount;
        Net net;
        using (NewDisposeScope())
            net = new Net();
        Assert.All(net.parameters(), parameter => Assert.False(parameter.IsInvalid));
        net.Dispose();
        Assert.True(Tensor.TotalCount <= before);
    }

    [Fact]
    public void Apply_and_train_reach_every_module()
    {
        using var net = new Net();
        var seen = new List<nn.Module>();
        net.apply(seen.Add);
        Assert.Equal(net.modules().Count() + 1, seen.Count);
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
    }

    private static void Close(float[] expected, Tensor actual)
    {
        var values = actual.detach().reshape(-1).data<float>().ToArray();
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], values[i], 1e-5f);
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d conv1 = nn.Conv2d(3, 8, 3, padding: 1, bias: false);
        private readonly BatchNorm2d bn1 = nn.BatchNorm2d(8);
        private readonly Sequential head = nn.Sequential(nn.Conv2d(8, 8, 1), nn.ReLU());
        private readonly ModuleList<Conv2d> steps = nn.ModuleList(nn.Conv2d(8, 8, 1), nn.Conv2d(8, 8, 1));
        private readonly Parameter scale = nn.Parameter(ones(1));

        public Net()
            : base(nameof(Net))
        {
            scale.DetachFromDisposeScope();
            head.append("last", nn.Conv2d(8, 2, 1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var x = nn.functional.relu(bn1.call(conv1.call(input)));
            foreach (var step in steps)
                x = x + step.call(x);
            return (head.call(x) * scale).MoveToOuterDisposeScope();
        }
    }
}

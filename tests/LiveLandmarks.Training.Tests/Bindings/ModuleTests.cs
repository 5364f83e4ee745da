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
                "conv1.weight", "head.0.bias", "head.0.weight", "head.last.bias", "head.last.weight", "scale",
            ],
            net.state_dict().Keys.Order());
        Assert.Equal(["conv1", "bn1", "head"], net.named_children().Select(child => child.name));
        Assert.Equal(8, net.parameters().Count());
        Assert.Equal([8, 3, 3, 3], net.state_dict()["conv1.weight"].shape);
    }

    [Fact]
    public void Batch_normalisation_tracks_its_inputs()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm2d(2);
        var input = tensor([.. Enumerable.Range(0, 16).Select(value => (float)value)], [2, 2, 2, 2]);
        var output = norm.call(input);
        norm.call(input * 2.0);

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
        Close([0.9941847f, 0.6064286f, 0.5645713f], rand([3]));
    }

    [Fact]
    public void A_module_outlives_the_scope_it_was_made_in_and_disposes_of_its_tensors()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        var before = statistics.ThreadTotalLiveCount;
        Net net;
        using (NewDisposeScope())
            net = new Net();
        Assert.All(net.parameters(), parameter => Assert.False(parameter.IsInvalid));
        net.Dispose();
        Assert.Equal(before, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Evaluation_reaches_every_module()
    {
        using var net = new Net();
        net.eval();
        var head = Assert.Single(net.named_children(), child => child.name == "head").module;
        Assert.All(net.named_children().Concat(head.named_children()), child => Assert.False(child.module.training));
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
        private readonly Parameter scale = new(ones(1));

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
            return (head.call(x) * scale).MoveToOuterDisposeScope();
        }
    }
}

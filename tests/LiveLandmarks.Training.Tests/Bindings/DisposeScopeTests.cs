using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Bindings;

[Collection(nameof(ProcessMemory))]
public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_of_what_was_made_in_it()
    {
        Tensor inside, moved, detached;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                inside = zeros(1);
                moved = zeros(1).MoveToOuterDisposeScope();
                detached = zeros(1).DetachFromDisposeScope();
                Assert.Equal(1, inner.DisposablesCount);
            }

            Assert.True(inside.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
            Assert.True(outer.Contains(moved));
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
        Assert.Throws<InvalidOperationException>(() => detached.Handle);
    }

    [Fact]
    public void A_sequence_leaves_what_it_did_not_make_in_its_scope()
    {
        using var outer = NewDisposeScope();
        using var net = nn.Sequential(new Unchanged(), new Unchanged());
        using var inner = NewDisposeScope();
        var input = zeros(1);
        Assert.Same(input, net.call(input));
        Assert.True(inner.Contains(input));
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? tensor = null;
        var thread = new Thread(() => tensor = zeros(1));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        tensor!.Dispose();
    }

    [Fact]
    public void A_parameter_takes_the_place_of_its_tensor()
    {
        using var scope = NewDisposeScope();
        var tensor = zeros(1);
        var parameter = new Parameter(tensor);
        Assert.True(tensor.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.True(scope.Contains(parameter));
        Assert.True(parameter.requires_grad);
    }

    [Fact]
    public void Statistics_count_what_lives()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        var before = statistics.ThreadTotalLiveCount;
        var outside = zeros(1);
        using (NewDisposeScope())
        {
            _ = outside + 1.0;
            Assert.Equal(before + 2, statistics.ThreadTotalLiveCount);
        }

        Assert.Equal(before + 1, statistics.ThreadTotalLiveCount);
        outside.Dispose();
        Assert.Equal(before, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Two_thousand_steps_leak_nothing()
    {
        using var net = nn.Sequential(
            nn.Conv2d(3, 8, 3, padding: 1), nn.BatchNorm2d(8), nn.ReLU(), nn.Conv2d(8, 1, 1));
        using var optimizer = optim.RMSProp(net.parameters(), lr: 1e-4, momentum: 0.9);
        using var input = rand([4, 3, 32, 32]);
        using var target = rand([4, 1, 32, 32]);

        Run(200);
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        var (live, memory) = (statistics.ThreadTotalLiveCount, Environment.WorkingSet);
        Run(2000);
        Assert.Equal(live, statistics.ThreadTotalLiveCount);
        var grown = (Environment.WorkingSet - memory) / 1048576.0;
        Assert.True(grown < 24, $"The working set grew by {grown:F1} MiB.");

        void Run(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(net.call(input), target);
                loss.backward();
                optimizer.step();
                _ = loss.item<float>();
            }
        }
    }

    private sealed class Unchanged() : nn.Module<Tensor, Tensor>(nameof(Unchanged))
    {
        public override Tensor forward(Tensor input) => input;
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace LiveLandmarks.Training.Tests.Bindings;

/// <summary>Learning rates by epoch against Python's torch 1.13.</summary>
public sealed class SchedulerTests : IDisposable
{
    private readonly Parameter _parameter = new(zeros(1));
    private readonly RMSProp _optimizer;

    public SchedulerTests() => _optimizer = RMSProp([_parameter], 0.1);

    public void Dispose()
    {
        _optimizer.Dispose();
        _parameter.Dispose();
    }

    [Fact]
    public void Step() =>
        Expect(lr_scheduler.StepLR(_optimizer, 3, 0.5), 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025);

    [Fact]
    public void Milestones() =>
        Expect(lr_scheduler.MultiStepLR(_optimizer, [2, 5], 0.1), 0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001);

    [Fact]
    public void Cosine() =>
        Expect(
            lr_scheduler.CosineAnnealingLR(_optimizer, 6, 0.01),
            0.1, 0.0939711431703, 0.0775, 0.055, 0.0325, 0.0160288568297, 0.01, 0.0160288568297);

    [Fact]
    public void Linear() =>
        Expect(
            lr_scheduler.LinearLR(_optimizer, 0.25, 1.0, 4), 0.025, 0.04375, 0.0625, 0.08125, 0.1, 0.1, 0.1, 0.1);

    [Fact]
    public void Warm_up_before_milestones()
    {
        var warmUp = lr_scheduler.LinearLR(_optimizer, 0.25, 1.0, 3);
        var decay = lr_scheduler.MultiStepLR(_optimizer, [2], 0.1);
        Expect(
            lr_scheduler.SequentialLR(_optimizer, [warmUp, decay], [3]),
            0.025, 0.05, 0.075, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01);
    }

    private void Expect(lr_scheduler.LRScheduler scheduler, params double[] rates)
    {
        foreach (var rate in rates)
        {
            Assert.Equal(rate, _optimizer.ParamGroups.Single().LearningRate, 1e-12);
            Assert.Equal(rate, scheduler.get_last_lr().Single(), 1e-12);
            scheduler.step();
        }
    }
}

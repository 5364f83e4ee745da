using LiveLandmarks.Training.Training;
using static LiveLandmarks.Training.Tests.Training.SmallTraining;

namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Trainings that are canceled, killed, broken or finished, and whether they continue.</summary>
[Collection(TorchSeed.Name)]
public class TrainerStopTests
{
    [Theory]
    [InlineData(OptimizerKind.AdamW, 0)]
    [InlineData(OptimizerKind.RmsProp, 0)]
    [InlineData(OptimizerKind.RmsProp, 0.9)]
    public void A_run_that_was_canceled_and_resumed_has_the_losses_of_an_uninterrupted_one(OptimizerKind kind, double momentum)
    {
        var options = Options with { Optimizer = new OptimizationOptions(kind, 2e-3, Momentum: momentum) };
        using var unbroken = new TempFolder();
        using var resumed = new TempFolder();
        var expected = new List<double>();
        var last = Train(options, unbroken, expected);

        var losses = new List<double>();
        using var cancel = new CancellationTokenSource();
        // Canceled while step 8 runs, that is, after nine steps; the checkpoint of the stop overwrites the one of step 5.
        Assert.Throws<OperationCanceledException>(() => Train(options, resumed, losses, step => CancelAt(step, 8, cancel), cancel.Token));
        Assert.Equal(9, losses.Count);
        var end = Train(options, resumed, losses);

        Assert.Equal(expected.Count, losses.Count);
        for (var i = 0; i < losses.Count; i++)
            Assert.Equal(expected[i], losses[i], 1e-5);
        Assert.True(losses[^1] < 0.7 * losses[0], $"No progress: {string.Join(" ", losses)}");
        Assert.Equal(Flat(last.Average), Flat(end.Average));
        Assert.Equal(21, File.ReadAllLines(resumed.File("metrics.csv")).Length);
    }

    [Fact]
    public void A_report_gives_the_mean_loss_since_the_last_one_and_a_NaN_in_between_is_detected()
    {
        using var often = new TempFolder();
        using var seldom = new TempFolder();
        List<double> each = [], means = [];
        Train(Options, often, each);
        new Trainer(Options, Run(seldom) with { ReportEvery = 4 }, new FormulaBatches(4, Channels))
            { Report = progress => means.Add(progress.Loss) }.Run();
        Assert.Equal(each.Chunk(4).Select(four => four.Average()), means, (a, b) => Math.Abs(a - b) < 1e-5);

        using var broken = new TempFolder();
        var trainer = new Trainer(Options, Run(broken) with { ReportEvery = 4 }, new FormulaBatches(4, Channels) { BrokenFrom = 9 });
        Assert.Contains("steps 8 to 9", Assert.Throws<TrainingException>(() => trainer.Run()).Message, StringComparison.Ordinal);
        Assert.Equal(5, CheckpointFile.Load(broken.File("last.ckpt")).Step);
    }

    [Fact]
    public void A_killed_run_continues_from_its_last_checkpoint_and_drops_later_metrics()
    {
        using var unbroken = new TempFolder();
        using var killed = new TempFolder();
        var expected = new List<double>();
        Train(Options, unbroken, expected);
        var losses = new List<double>();
        Assert.Throws<InvalidOperationException>(
            () => Train(Options, killed, losses, step => { if (step == 13) throw new InvalidOperationException("killed"); }));
        Assert.Equal(13, losses.Count);
        Assert.Equal(10, CheckpointFile.Load(killed.File("last.ckpt")).Step);
        losses.RemoveRange(10, 3);
        Train(Options, killed, losses);
        Assert.Equal(expected, losses, (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(["step", .. Enumerable.Range(1, 20).Select(i => $"{i}")],
            File.ReadAllLines(killed.File("metrics.csv")).Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void A_NaN_loss_stops_the_training_and_leaves_the_last_checkpoint_intact()
    {
        using var folder = new TempFolder();
        var batches = new FormulaBatches(4, Channels) { BrokenFrom = 7 };
        var error = Assert.Throws<TrainingException>(() => new Trainer(Options, Run(folder), batches).Run());
        Assert.Contains("step 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("diverged", error.Message, StringComparison.Ordinal);
        Assert.True(batches.AllReturned);
        var checkpoint = CheckpointFile.Load(folder.File("last.ckpt"));
        Assert.Equal(5, checkpoint.Step);
        Assert.All(checkpoint.Model, tensor => Assert.True(tensor.IsFinite));
    }

    [Fact]
    public void A_checkpoint_of_another_network_is_refused_with_the_names_that_differ()
    {
        using var folder = new TempFolder();
        Train(Options with { Steps = 2 }, folder, []);
        var other = Options with { Network = Options.Network with { Stacks = 1 } };
        Assert.Contains("al0", Assert.Throws<TrainingException>(() => Train(other, folder, [])).Message, StringComparison.Ordinal);
        var wider = Options with { Network = Options.Network with { Width = 32 } };
        Assert.Contains("shape", Assert.Throws<TrainingException>(() => Train(wider, folder, [])).Message, StringComparison.Ordinal);
        var otherOptimizer = Options with { Optimizer = new OptimizationOptions() };
        Assert.Contains("square_avg", Assert.Throws<TrainingException>(() => Train(otherOptimizer, folder, [])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_training_takes_no_more_steps()
    {
        using var folder = new TempFolder();
        Train(Options with { Steps = 2 }, folder, []);
        var asked = 0;
        Assert.Equal(2, Train(Options with { Steps = 2 }, folder, [], _ => asked++).Step);
        Assert.Equal(0, asked);
    }

    [Fact]
    public void Canceling_during_validation_saves_the_last_weights_and_keeps_the_best_ones()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var validations = 0;
        var trainer = new Trainer(Options, Run(folder), new FormulaBatches(4, Channels))
        {
            Validate = _ =>
            {
                if (++validations < 2)
                    return 9;
                cancel.Cancel();
                throw new OperationCanceledException(cancel.Token);
            },
        };
        Assert.Throws<OperationCanceledException>(() => trainer.Run(cancel: cancel.Token));
        Assert.Equal((10, 9), (CheckpointFile.Load(folder.File("last.ckpt")).Step, CheckpointFile.Load(folder.File("last.ckpt")).Best));
        Assert.Equal(5, CheckpointFile.Load(folder.File("best.ckpt")).Step);
    }

    [Fact]
    public void Canceling_between_validations_stops_without_another_validation()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var validations = 0;
        var trainer = new Trainer(Options, Run(folder), new FormulaBatches(4, Channels) { Asked = step => CancelAt(step, 6, cancel) })
            { Validate = _ => ++validations };
        Assert.Throws<OperationCanceledException>(() => trainer.Run(cancel: cancel.Token));
        Assert.Equal(1, validations);
        Assert.Equal((7, 1), (CheckpointFile.Load(folder.File("last.ckpt")).Step, CheckpointFile.Load(folder.File("last.ckpt")).Best));
    }

    [Fact]
    public void Canceling_during_a_report_still_saves_the_reported_step()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var trainer = new Trainer(Options, Run(folder), new FormulaBatches(4, Channels))
            { Report = progress => CancelAt(progress.Step, 7, cancel) };
        Assert.Throws<OperationCanceledException>(() => trainer.Run(cancel: cancel.Token));
        Assert.InRange(CheckpointFile.Load(folder.File("last.ckpt")).Step, 7, 8);
    }
}

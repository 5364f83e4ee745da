using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;
using OpenCvSharp;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

[Collection(TorchSeed.Name)]
public class TrainerTests
{
    private const int Channels = 3;

    private static readonly TrainingOptions Options = new()
    {
        Name = "test",
        Network = new StackedHourglassOptions { Width = 16, Stacks = 2, Depth = 1, Landmarks = Channels - 1 },
        Optimizer = new OptimizationOptions(OptimizerKind.AdamW, 1e-2),
        Schedule = new CosineSchedule(WarmUpSteps: 3),
        BatchSize = 4,
        Steps = 20,
        Averaging = 0.9,
    };

    [Theory]
    [InlineData(OptimizerKind.AdamW, 0)]
    [InlineData(OptimizerKind.RmsProp, 0)]
    [InlineData(OptimizerKind.RmsProp, 0.9)]
    public void A_run_that_was_cut_off_and_resumed_has_the_losses_of_an_unbroken_one(OptimizerKind kind, double momentum)
    {
        var options = Options with { Optimizer = new OptimizationOptions(kind, 2e-3, Momentum: momentum) };
        using var unbroken = new TempFolder();
        using var resumed = new TempFolder();
        var expected = new List<double>();
        var last = Train(options, unbroken, expected);

        var losses = new List<double>();
        using var cancel = new CancellationTokenSource();
        // Cancelled while step 8 runs, that is, after nine steps; the checkpoint at 5 is overwritten by the one of the stop.
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
    public void In_bfloat16_the_losses_fall_as_in_single_precision()
    {
        using var exact = new TempFolder();
        using var rounded = new TempFolder();
        List<double> expected = [], losses = [];
        // Small steps, and still some leeway: a network this small, on batches of four, makes much of small differences.
        var options = Options with { Optimizer = new OptimizationOptions(OptimizerKind.AdamW, 1e-3) };
        Train(options, exact, expected);
        Train(options with { Precision = ArithmeticPrecision.BFloat16 }, rounded, losses);
        Assert.NotEqual(expected, losses);
        for (var i = 0; i < losses.Count; i++)
            Assert.True(Math.Abs(losses[i] / expected[i] - 1) < 0.25, $"{string.Join(" ", expected)} in single precision, {string.Join(" ", losses)} in bfloat16");
        Assert.True(losses[^1] < 0.7 * losses[0], $"No progress: {string.Join(" ", losses)}");
    }

    [Fact]
    public void Between_reports_the_losses_are_added_up_and_a_broken_one_is_still_found()
    {
        using var often = new TempFolder();
        using var seldom = new TempFolder();
        List<double> each = [], means = [];
        Train(Options, often, each);
        new Trainer(Options, Run(seldom) with { ReportEvery = 4 }, new FormulaBatches(4, Channels)) { Report = progress => means.Add(progress.Loss) }.Run();
        Assert.Equal(each.Chunk(4).Select(four => four.Average()), means, (a, b) => Math.Abs(a - b) < 1e-5);

        using var broken = new TempFolder();
        var trainer = new Trainer(Options, Run(broken) with { ReportEvery = 4 }, new FormulaBatches(4, Channels) { BrokenFrom = 9 });
        Assert.Contains("steps 8 to 9", Assert.Throws<TrainingException>(() => trainer.Run()).Message, StringComparison.Ordinal);
        Assert.Equal(5, CheckpointFile.Load(broken.File("last.ckpt")).Step);
    }

    [Fact]
    public void From_a_teacher_alone_a_network_learns_to_answer_as_it_does()
    {
        using var scope = NewDisposeScope();
        using var folder = new TempFolder();
        using var trained = new TempFolder();
        using var teacher = Train(Options with { Steps = 60 }, trained, []).CreateNetwork();
        var before = teacher.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());

        // The annotations count next to nothing.
        var options = Options with { Seed = 2, Steps = 60, Averaging = 0, Distillation = new DistillationOptions(1e4) };
        var losses = new List<double>();
        var student = new Trainer(options, Run(folder), new FormulaBatches(4, Channels)) { Teacher = teacher, Report = progress => losses.Add(progress.Loss) }.Run();

        Assert.True(losses[^1] < 0.3 * losses[0], $"No progress: {string.Join(" ", losses)}");
        Assert.All(before, entry => Assert.True(entry.Value.Equals(teacher.state_dict()[entry.Key])));
        Assert.False(teacher.training);
        Assert.Equal(new DistillationOptions(1e4), CheckpointFile.Load(folder.File("last.ckpt")).Options.Distillation);
    }

    [Fact]
    public void A_teachers_answer_changes_what_is_learned_and_its_weight_how_much()
    {
        using var trained = new TempFolder();
        using var teacher = Train(Options with { Steps = 30 }, trained, []).CreateNetwork();
        var first = new List<double>();
        foreach (var weight in new[] { 0.5, 1, 2 })
        {
            using var folder = new TempFolder();
            var options = Options with { Steps = 1, Distillation = new DistillationOptions(weight) };
            new Trainer(options, Run(folder), new FormulaBatches(4, Channels)) { Teacher = teacher, Report = progress => first.Add(progress.Loss) }.Run();
        }
        // Loss of the annotations plus weight times that of the teacher.
        Assert.True(first[0] < first[1]);
        Assert.Equal(2 * (first[1] - first[0]), first[2] - first[1], 1e-4);
    }

    [Fact]
    public void A_killed_run_goes_on_from_its_last_checkpoint_and_drops_the_metrics_after_it()
    {
        using var unbroken = new TempFolder();
        using var killed = new TempFolder();
        var expected = new List<double>();
        Train(Options, unbroken, expected);
        var losses = new List<double>();
        Assert.Throws<InvalidOperationException>(() => Train(Options, killed, losses, step => { if (step == 13) throw new InvalidOperationException("killed"); }));
        Assert.Equal(13, losses.Count);
        Assert.Equal(10, CheckpointFile.Load(killed.File("last.ckpt")).Step);
        losses.RemoveRange(10, 3);
        Train(Options, killed, losses);
        Assert.Equal(expected, losses, (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(["step", .. Enumerable.Range(1, 20).Select(i => $"{i}")], File.ReadAllLines(killed.File("metrics.csv")).Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_losses_and_another_seed_others()
    {
        var runs = new List<List<double>>();
        foreach (var seed in new[] { 1, 1, 2 })
        {
            using var folder = new TempFolder();
            runs.Add([]);
            Train(Options with { Steps = 4, Seed = seed }, folder, runs[^1]);
        }
        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_the_training_and_leaves_the_last_checkpoint_intact()
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
        Assert.Contains("square_avg", Assert.Throws<TrainingException>(() => Train(otherOptimizer, folder, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_training_is_not_trained_further()
    {
        using var folder = new TempFolder();
        Train(Options with { Steps = 2 }, folder, []);
        var asked = 0;
        Assert.Equal(2, Train(Options with { Steps = 2 }, folder, [], _ => asked++).Step);
        Assert.Equal(0, asked);
    }

    [Fact]
    public void The_best_checkpoint_is_the_one_with_the_lowest_validation()
    {
        using var folder = new TempFolder();
        var figures = new Queue<double>([0.5, 0.2, 0.9, 0.3]);
        var reports = new List<TrainingProgress>();
        new Trainer(Options, Run(folder), new FormulaBatches(4, Channels)) { Validate = _ => figures.Dequeue(), Report = reports.Add }.Run();
        Assert.Equal(10, CheckpointFile.Load(folder.File("best.ckpt")).Step);
        Assert.Equal((20, 0.2), (CheckpointFile.Load(folder.File("last.ckpt")).Step, CheckpointFile.Load(folder.File("last.ckpt")).Best));
        Assert.Equal([(5L, 0.5), (10, 0.2), (15, 0.9), (20, 0.3)], reports.Where(r => r.Validation is not null).Select(r => (r.Step, r.Validation!.Value)));
    }

    [Fact]
    public void Cancelled_while_it_validates_it_leaves_its_weights_and_the_best_ones_alone()
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
    public void Cancelled_between_validations_it_stops_without_another()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var validations = 0;
        var trainer = new Trainer(Options, Run(folder), new FormulaBatches(4, Channels) { Asked = step => CancelAt(step, 6, cancel) }) { Validate = _ => ++validations };
        Assert.Throws<OperationCanceledException>(() => trainer.Run(cancel: cancel.Token));
        Assert.Equal(1, validations);
        Assert.Equal((7, 1), (CheckpointFile.Load(folder.File("last.ckpt")).Step, CheckpointFile.Load(folder.File("last.ckpt")).Best));
    }

    [Fact]
    public void Cancelled_while_it_reports_it_still_leaves_a_checkpoint_of_what_it_reported()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var trainer = new Trainer(Options, Run(folder), new FormulaBatches(4, Channels)) { Report = progress => CancelAt(progress.Step, 7, cancel) };
        Assert.Throws<OperationCanceledException>(() => trainer.Run(cancel: cancel.Token));
        Assert.InRange(CheckpointFile.Load(folder.File("last.ckpt")).Step, 7, 8);
    }

    [Fact]
    public void Curves_are_drawn_at_every_checkpoint_and_at_the_end()
    {
        using var folder = new TempFolder();
        var drawn = new List<int>();
        Train(Options with { Steps = 12 }, folder, [], _ => drawn.Add(File.Exists(folder.File("curves.svg")) ? File.ReadAllText(folder.File("curves.svg")).Count(letter => letter == 'L') : 0));
        // Asked before each step: nothing before the fifth is done, then a line through five reports, then through ten.
        Assert.Equal(0, drawn[4]);
        Assert.True(drawn[5] > 0);
        Assert.Equal(drawn[5], drawn[9]);
        Assert.True(drawn[10] > drawn[9]);
        Assert.True(File.ReadAllText(folder.File("curves.svg")).Count(letter => letter == 'L') > drawn[11]);
        using var picture = Cv2.ImRead(folder.File("curves.png"));
        Assert.True(picture.Cols > 1000);
    }

    [Fact]
    public void Validation_sees_the_averaged_weights_and_training_goes_on_with_its_own()
    {
        using var plain = new TempFolder();
        using var validated = new TempFolder();
        List<double> expected = [], losses = [];
        Train(Options, plain, expected);
        float seen = 0;
        var trainer = new Trainer(Options, Run(validated), new FormulaBatches(4, Channels))
        {
            Report = progress => losses.Add(progress.Loss),
            Validate = network =>
            {
                Assert.False(network.training);
                seen = network.state_dict()["l1.bias"].data<float>()[0];
                return 0;
            },
        };
        var checkpoint = trainer.Run();
        Assert.Equal(expected, losses);
        Assert.Equal(((float[])checkpoint.Average.Single(tensor => tensor.Name == "l1.bias").Values)[0], seen);
        Assert.NotEqual(((float[])checkpoint.Model.Single(tensor => tensor.Name == "l1.bias").Values)[0], seen);
    }

    [Fact]
    public void Reports_say_how_far_how_fast_and_how_long_still()
    {
        using var folder = new TempFolder();
        var reports = new List<TrainingProgress>();
        new Trainer(Options, Run(folder) with { ReportEvery = 8 }, new FormulaBatches(4, Channels)) { Report = reports.Add }.Run();
        Assert.Equal([8L, 16, 20], reports.Select(report => report.Step));
        Assert.Equal(2, reports[1].Epoch, 5);
        Assert.Equal(4 * 4 / reports[1].ImagesPerSecond, reports[1].Remaining.TotalSeconds, 1e-3);
        Assert.Equal(TimeSpan.Zero, reports[2].Remaining);
        Assert.Equal(1e-2 * new CosineSchedule(3).Factor(15, 8, 20), reports[1].LearningRate, 1e-9);
    }

    [Fact]
    public void Training_leaves_no_tensors_behind()
    {
        using var folder = new TempFolder();
        using var scope = NewDisposeScope();
        var counts = new List<long>();
        Train(Options with { Steps = 4 }, folder, [], _ => counts.Add(scope.DisposablesCount));
        Assert.Single(counts.Skip(2).Distinct());
    }

    [Fact]
    public void The_network_of_a_checkpoint_has_the_averaged_weights_and_is_in_evaluation_mode()
    {
        using var folder = new TempFolder();
        var checkpoint = Train(Options with { Steps = 2 }, folder, []);
        using var network = CheckpointFile.Load(folder.File("last.ckpt")).CreateNetwork();
        Assert.False(network.training);
        Assert.Equal((float[])checkpoint.Average.Single(tensor => tensor.Name == "conv1.conv.weight").Values, network.state_dict()["conv1.conv.weight"].data<float>().ToArray());
    }

    private static Checkpoint Train(TrainingOptions options, TempFolder folder, List<double> losses, Action<long>? asked = null, CancellationToken cancel = default) =>
        new Trainer(options, Run(folder), new FormulaBatches(4, Channels) { Asked = asked }) { Report = progress => losses.Add(progress.Loss) }.Run(cancel: cancel);

    private static RunOptions Run(TempFolder folder) => new() { Folder = folder.Path, Pictures = 32, ReportEvery = 1, CheckpointEvery = 5 };

    private static void CancelAt(long step, long last, CancellationTokenSource cancel)
    {
        if (step == last)
            cancel.Cancel();
    }

    private static float[] Flat(IEnumerable<StoredTensor> tensors) => [.. tensors.Where(tensor => tensor.Values is float[]).SelectMany(tensor => (float[])tensor.Values)];
}

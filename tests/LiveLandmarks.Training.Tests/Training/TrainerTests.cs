using System.Xml.Linq;
using LiveLandmarks.Training.Training;
using OpenCvSharp;
using static LiveLandmarks.Training.Tests.Training.SmallTraining;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

[Collection(TorchSeed.Name)]
public class TrainerTests
{
    [Fact]
    public void In_bfloat16_the_losses_fall_as_in_single_precision()
    {
        using var exact = new TempFolder();
        using var rounded = new TempFolder();
        List<double> expected = [], losses = [];
        // A low learning rate, and still a tolerance of 25 %: with a network this small and batches of four, small differences grow.
        var options = Options with { Optimizer = new OptimizationOptions(OptimizerKind.AdamW, 1e-3) };
        Train(options, exact, expected);
        Train(options with { Precision = ArithmeticPrecision.BFloat16 }, rounded, losses);
        Assert.NotEqual(expected, losses);
        for (var i = 0; i < losses.Count; i++)
            Assert.True(Math.Abs(losses[i] / expected[i] - 1) < 0.25, $"{string.Join(" ", expected)} in single precision, " +
                $"{string.Join(" ", losses)} in bfloat16");
        Assert.True(losses[^1] < 0.7 * losses[0], $"No progress: {string.Join(" ", losses)}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_losses_and_another_seed_gives_others()
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
    public void The_best_checkpoint_is_the_one_with_the_lowest_validation()
    {
        using var folder = new TempFolder();
        var figures = new Queue<double>([0.5, 0.2, 0.9, 0.3]);
        var reports = new List<TrainingProgress>();
        new Trainer(Options, Run(folder), new FormulaBatches(4, Channels))
            { Validate = _ => figures.Dequeue(), Report = reports.Add }.Run();
        Assert.Equal(10, CheckpointFile.Load(folder.File("best.ckpt")).Step);
        Assert.Equal((20, 0.2), (CheckpointFile.Load(folder.File("last.ckpt")).Step, CheckpointFile.Load(folder.File("last.ckpt")).Best));
        Assert.Equal([(5L, 0.5), (10, 0.2), (15, 0.9), (20, 0.3)],
            reports.Where(r => r.Validation is not null).Select(r => (r.Step, r.Validation!.Value)));
    }

    [Fact]
    public void Curves_are_drawn_at_every_checkpoint_and_at_the_end()
    {
        using var folder = new TempFolder();
        var drawn = new List<int>();
        Train(Options with { Steps = 12 }, folder, [], _ => drawn.Add(Dots()));
        // Counted before each step: nothing until the fifth is done, then a line through five reports, then through ten.
        Assert.Equal(0, drawn[4]);
        Assert.True(drawn[5] > 0);
        Assert.Equal(drawn[5], drawn[9]);
        Assert.True(drawn[10] > drawn[9]);
        Assert.True(Dots() > drawn[11]);
        using var picture = Cv2.ImRead(folder.File("curves.png"));
        Assert.True(picture.Cols > 1000);

        int Dots() =>
            File.Exists(folder.File("curves.svg"))
            ? XDocument.Load(folder.File("curves.svg")).Descendants().Count(element => element.Name.LocalName == "ellipse")
            : 0;
    }

    [Fact]
    public void Validation_uses_the_averaged_weights_and_training_continues_with_its_own()
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
    public void Reports_give_the_progress_the_speed_and_the_remaining_time()
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
        Assert.Equal((float[])checkpoint.Average.Single(tensor => tensor.Name == "conv1.conv.weight").Values,
            network.state_dict()["conv1.conv.weight"].data<float>().ToArray());
    }
}

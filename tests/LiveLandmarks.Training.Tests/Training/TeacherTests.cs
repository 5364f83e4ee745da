using LiveLandmarks.Training.Training;
using static LiveLandmarks.Training.Tests.Training.SmallTraining;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Trainings that learn from another network.</summary>
[Collection(TorchSeed.Name)]
public class TeacherTests
{
    [Fact]
    public void A_network_can_learn_from_a_teacher_alone()
    {
        using var scope = NewDisposeScope();
        using var folder = new TempFolder();
        using var trained = new TempFolder();
        using var teacher = Train(Options with { Steps = 60 }, trained, []).CreateNetwork();
        var before = teacher.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());

        // The annotations hardly count.
        var options = Options with { Seed = 2, Steps = 60, Averaging = 0, Distillation = new DistillationOptions(1e4) };
        var losses = new List<double>();
        var student = new Trainer(options, Run(folder), new FormulaBatches(4, Channels))
            { Teacher = teacher, Report = progress => losses.Add(progress.Loss) }.Run();

        Assert.True(losses[^1] < 0.3 * losses[0], $"No progress: {string.Join(" ", losses)}");
        Assert.All(before, entry => Assert.True(entry.Value.Equals(teacher.state_dict()[entry.Key])));
        Assert.False(teacher.training);
        Assert.Equal(new DistillationOptions(1e4), CheckpointFile.Load(folder.File("last.ckpt")).Options.Distillation);
    }

    [Fact]
    public void The_loss_of_the_teacher_counts_in_proportion_to_its_weight()
    {
        using var trained = new TempFolder();
        using var teacher = Train(Options with { Steps = 30 }, trained, []).CreateNetwork();
        var first = new List<double>();
        foreach (var weight in new[] { 0.5, 1, 2 })
        {
            using var folder = new TempFolder();
            var options = Options with { Steps = 1, Distillation = new DistillationOptions(weight) };
            new Trainer(options, Run(folder), new FormulaBatches(4, Channels))
                { Teacher = teacher, Report = progress => first.Add(progress.Loss) }.Run();
        }
        // The loss is that of the annotations plus weight times that of the teacher.
        Assert.True(first[0] < first[1]);
        Assert.Equal(2 * (first[1] - first[0]), first[2] - first[1], 1e-4);
    }
}

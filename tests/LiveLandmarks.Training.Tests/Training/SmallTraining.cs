using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Trainings of about a second for the tests of the trainer.</summary>
internal static class SmallTraining
{
    public const int Channels = 3;

    public static readonly TrainingOptions Options = new()
    {
        Name = "test",
        Network = new StackedHourglassOptions { Width = 16, Stacks = 2, Depth = 1, Landmarks = Channels - 1 },
        Optimizer = new OptimizationOptions(OptimizerKind.AdamW, 1e-2),
        Schedule = new CosineSchedule(WarmUpSteps: 3),
        BatchSize = 4,
        Steps = 20,
        Averaging = 0.9,
    };

    public static Checkpoint Train(
        TrainingOptions options, TempFolder folder, List<double> losses, Action<long>? asked = null, CancellationToken cancel = default) =>
        new Trainer(options, Run(folder), new FormulaBatches(4, Channels) { Asked = asked })
            { Report = progress => losses.Add(progress.Loss) }.Run(cancel: cancel);

    public static RunOptions Run(TempFolder folder) => new() { Folder = folder.Path, Pictures = 32, ReportEvery = 1, CheckpointEvery = 5 };

    public static void CancelAt(long step, long last, CancellationTokenSource cancel)
    {
        if (step == last)
            cancel.Cancel();
    }

    public static float[] Flat(IEnumerable<StoredTensor> tensors) =>
        [.. tensors.Where(tensor => tensor.Values is float[]).SelectMany(tensor => (float[])tensor.Values)];
}

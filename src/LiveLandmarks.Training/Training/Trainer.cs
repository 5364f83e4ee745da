using LiveLandmarks.Output;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// Trains a network and writes checkpoints and its progress, as a table and as curves, to a folder. Not thread-safe; everything runs on the
/// caller's thread.
/// </summary>
/// <param name="options">What to train, and how.</param>
/// <param name="run">Where to write, and how often to report.</param>
/// <param name="source">Supplies the batches; not disposed here.</param>
public sealed class Trainer(TrainingOptions options, RunOptions run, IBatchSource source)
{
    private readonly HeatmapLoss loss = options.Loss.Create();
    private readonly Device device = new(run.Device);
    private readonly DistillationOptions teaching = options.Distillation ?? new DistillationOptions();

    /// <summary>Called after every <see cref="RunOptions.ReportEvery"/> steps, after every validation and at the end.</summary>
    public Action<TrainingProgress>? Report { get; init; }

    /// <summary>
    /// Measures the network at every checkpoint, such as its NME on a validation set; lower is better. Null to compare checkpoints by the
    /// training loss. The network is in evaluation mode, with its averaged weights.
    /// </summary>
    public Func<HeatmapNetwork, double>? Validate { get; init; }

    /// <summary>
    /// A trained network whose heatmaps are learned in addition to the annotations, weighted by <see cref="TrainingOptions.Distillation"/>;
    /// null for none. It is moved to the training's device, and not disposed here.
    /// </summary>
    public HeatmapNetwork? Teacher { get; init; }

    /// <summary>The scheme of the landmarks; required if samples are reused, because some are mirrored then.</summary>
    public LandmarkScheme? Scheme { get; init; }

    /// <summary>Trains to the end.</summary>
    /// <param name="resume">Whether to resume from the folder's last checkpoint, if there is one; otherwise training starts over.</param>
    /// <param name="cancel">Stops after the current step, with a checkpoint.</param>
    /// <returns>The last checkpoint.</returns>
    /// <exception cref="TrainingException">
    /// The loss is not finite, or a checkpoint cannot be read or belongs to another network. The last good checkpoint is intact.
    /// </exception>
    /// <exception cref="OutputException">A checkpoint or the table cannot be written, or another training writes into the folder. The last
    /// good checkpoint is intact.</exception>
    /// <exception cref="OperationCanceledException">Training was canceled.</exception>
    public Checkpoint Run(bool resume = true, CancellationToken cancel = default)
    {
        options.Validate();
        CreateFolder();
        using var claim = OutputClaim.Take(run.LastCheckpoint, run.Folder);
        using var state = new TrainingState(options, device);
        using var pool = options.Reuse is { } reuse
            ? new SamplePool(source, reuse, RequireScheme(), options.Seed, options.Augmentation.CoveredHeight, device)
            : null;
        Teacher?.to(device);
        Teacher?.eval();
        var best = resume ? Resume(state) : double.PositiveInfinity;
        var metrics = new MetricsLog(run.Metrics, state.Step);
        var (perEpoch, total) = (options.StepsPerEpoch(run.Pictures), options.TotalSteps(run.Pictures));
        var sinceReport = new LossWindow();
        var sinceCheckpoint = new LossWindow();
        var checkpoint = state.Step >= total ? state.ToCheckpoint(best) : null;
        while (state.Step < total)
        {
            var learningRate = options.Optimizer.LearningRate * options.Schedule.Factor(state.Step, perEpoch, total);
            state.Descend(LossOfNextBatch, learningRate);

            var stop = state.Step == total || cancel.IsCancellationRequested;
            var save = stop || state.Step % run.CheckpointEvery == 0;
            var validate = save && Validate is not null && !cancel.IsCancellationRequested;
            var report = stop || validate || state.Step % run.ReportEvery == 0;
            if (report || save)
            {
                var (losses, steps) = state.TakeLosses();
                sinceReport.Add(losses, steps);
                sinceCheckpoint.Add(losses, steps);
            }
            var progress = report
                ? sinceReport.Progress(state.Step, total, perEpoch, options.BatchSize, learningRate)
                : null;
            double? validation = validate ? Measure(state) : null;
            if (progress is not null)
            {
                progress = progress with { Validation = validation };
                metrics.Add(progress);
                Report?.Invoke(progress);
                sinceReport = new LossWindow();
            }
            if (save)
            {
                checkpoint = Save(state, Validate is null ? sinceCheckpoint.Mean : validation ?? double.PositiveInfinity, ref best);
                sinceCheckpoint = new LossWindow();
                TrainingCurves.Write(run, metrics.Rows);
            }
            // Only after a checkpoint: a request that arrived after this step's check above is handled in the next step.
            if (save)
                cancel.ThrowIfCancellationRequested();

            Tensor LossOfNextBatch(HeatmapNetwork network) => LossOf(network, pool, state.Step);
        }
        return checkpoint!;
    }

    private Tensor LossOf(HeatmapNetwork network, SamplePool? pool, long step)
    {
        var (images, target, weights) = pool?.Next(step, options.Weights) ?? Next(step);
        var taught = Teacher is null ? null : Ask(Teacher, images);
        var sum = default(Tensor);
        foreach (var predicted in network.call(images))
        {
            var value = loss.Of(predicted, target, weights);
            if (taught is not null)
                value += loss.Of(predicted, taught, weights) * teaching.Weight;
            sum = sum is null ? value : sum + value;
        }
        return sum!;
    }

    private LandmarkScheme RequireScheme() =>
        Scheme ?? throw new InvalidOperationException($"Samples are used several times: {nameof(Scheme)} is needed.");

    private BatchTensors Next(long step)
    {
        var batch = source.Next(step);
        var tensors = BatchTensors.Of(batch, options.Weights, device);
        source.Return(batch);
        return tensors;
    }

    /// <summary>The heatmaps of the teacher's last stage, 0 to 1 like the targets.</summary>
    private static Tensor Ask(HeatmapNetwork teacher, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        return teacher.call(images)[^1].clamp(0, 1).MoveToOuterDisposeScope();
    }

    /// <summary>The figure of a validation; null if it was canceled, so that the checkpoint is still written.</summary>
    private double? Measure(TrainingState state)
    {
        try
        {
            return state.Evaluate(Validate!);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private Checkpoint Save(TrainingState state, double figure, ref double best)
    {
        var improved = figure < best;
        best = Math.Min(best, figure);
        var checkpoint = state.ToCheckpoint(best);
        CheckpointFile.Save(run.LastCheckpoint, checkpoint);
        if (improved)
            CheckpointFile.Save(run.BestCheckpoint, checkpoint);
        return checkpoint;
    }

    private double Resume(TrainingState state)
    {
        if (!File.Exists(run.LastCheckpoint))
            return double.PositiveInfinity;
        var checkpoint = CheckpointFile.Load(run.LastCheckpoint);
        state.Restore(checkpoint);
        return checkpoint.Best;
    }

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(run.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{run.Folder}: the folder cannot be made: {e.Message}", e);
        }
    }
}

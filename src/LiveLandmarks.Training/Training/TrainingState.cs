using LiveLandmarks.Training.Network;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>The state that a training changes: the network, the average of its weights and the optimizer, all at the same step.</summary>
internal sealed class TrainingState : IDisposable
{
    private readonly TrainingOptions options;
    private readonly Dictionary<string, Tensor> live;
    private readonly AveragedWeights? average;
    private readonly OptimizerHelper optimizer;
    private readonly Tensor losses;
    private long lossCount;

    /// <summary>Starts from random weights, drawn from the options' seed.</summary>
    /// <param name="options">What to train.</param>
    /// <param name="device">Where to train.</param>
    public TrainingState(TrainingOptions options, Device device)
    {
        this.options = options;
        manual_seed(options.Seed);
        Network = options.CreateNetwork();
        Network.to(device);
        live = Network.state_dict();
        average = options.Averaging > 0 ? new AveragedWeights(live, options.Averaging) : null;
        optimizer = options.Optimizer.Create([.. Network.parameters()]);
        losses = zeros([], ScalarType.Float64, device).DetachFromDisposeScope();
    }

    /// <summary>The network.</summary>
    public HeatmapNetwork Network { get; }

    /// <summary>Number of steps done.</summary>
    public long Step { get; private set; }

    /// <summary>Takes a step down the gradient.</summary>
    /// <param name="loss">Computes the loss, a scalar that depends on the network's weights.</param>
    /// <param name="learningRate">The step's learning rate.</param>
    public void Descend(Func<HeatmapNetwork, Tensor> loss, double learningRate)
    {
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = learningRate;
        optimizer.zero_grad();
        Network.train();
        var value = loss(Network);
        value.backward();
        optimizer.step();
        Step++;
        average?.Update(Step);
        losses.add_(value.detach());
        lossCount++;
    }

    /// <summary>Takes the losses of the steps since the last call. Waits for a GPU, so call it only when the values are needed.</summary>
    /// <returns>The sum of the losses, each computed before its step's update, and their number.</returns>
    /// <exception cref="TrainingException">A loss is not finite; the weights are no longer usable.</exception>
    public (double Sum, long Steps) TakeLosses()
    {
        using var scope = NewDisposeScope();
        var (sum, steps) = (losses.item<double>(), lossCount);
        losses.zero_();
        lossCount = 0;
        if (double.IsFinite(sum))
            return (sum, steps);
        var when = steps > 1 ? $"one of the steps {Step - steps} to {Step - 1}" : $"step {Step - 1}";
        throw new TrainingException(
            $"The loss of {when} is {sum}: training has diverged, or a picture or a target is broken. A lower learning rate may help.");
    }

    /// <summary>Runs a function on the network in evaluation mode, with the averaged weights if an average is kept.</summary>
    public T Evaluate<T>(Func<HeatmapNetwork, T> evaluation)
    {
        using var constants = no_grad();
        var kept = average is null ? [] : StateTransfer.Store(live);
        Network.eval();
        try
        {
            foreach (var (name, tensor) in average?.State ?? new Dictionary<string, Tensor>())
                live[name].copy_(tensor);
            return evaluation(Network);
        }
        finally
        {
            foreach (var tensor in kept)
                tensor.CopyTo(live[tensor.Name]);
        }
    }

    /// <summary>Copies the whole state.</summary>
    /// <param name="best">The lowest figure so far.</param>
    public Checkpoint ToCheckpoint(double best) => new()
    {
        Options = options,
        Step = Step,
        Best = best,
        Model = StateTransfer.Store(live),
        Average = average is null ? [] : StateTransfer.Store(average.State),
        Optimizer = OptimizerMemory.Store(optimizer),
    };

    /// <summary>Restores the state of a checkpoint.</summary>
    /// <exception cref="TrainingException">The checkpoint belongs to another network or optimizer, or lacks the average of the
    /// weights.</exception>
    public void Restore(Checkpoint checkpoint)
    {
        StateTransfer.Load(checkpoint.Model, live);
        if (average is not null)
            StateTransfer.Load(checkpoint.Average, average.State);
        OptimizerMemory.Restore(optimizer, checkpoint.Optimizer);
        Step = checkpoint.Step;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        average?.Dispose();
        losses.Dispose();
        Network.Dispose();
    }
}

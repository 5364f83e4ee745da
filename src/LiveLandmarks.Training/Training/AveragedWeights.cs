using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// A running average of a network's weights and batch-norm statistics (Polyak and Juditsky, 1992): as steady as the weights of a lower
/// learning rate, without its slower training. The first averages cover fewer steps, so that the random start is soon forgotten.
/// </summary>
internal sealed class AveragedWeights : IDisposable
{
    private readonly double decay;
    private readonly List<(Tensor Average, Tensor Live)> averaged = [];
    private readonly List<(Tensor Copy, Tensor Live)> copied = [];
    private readonly Dictionary<string, Tensor> state = [];

    /// <summary>Starts from the weights as they are.</summary>
    /// <param name="live">The network's state dictionary.</param>
    /// <param name="decay">Share of the past in the average, 0 to below 1.</param>
    public AveragedWeights(IReadOnlyDictionary<string, Tensor> live, double decay)
    {
        this.decay = decay;
        using var constants = no_grad();
        foreach (var (name, tensor) in live)
        {
            var own = tensor.detach().clone().DetachFromDisposeScope();
            state.Add(name, own);
            (own.dtype == ScalarType.Float32 ? averaged : copied).Add((own, tensor));
        }
    }

    /// <summary>The averages, by the network's names.</summary>
    public IReadOnlyDictionary<string, Tensor> State => state;

    /// <summary>Adds the network's current weights to the average.</summary>
    /// <param name="step">Number of steps done, from 1.</param>
    public void Update(long step)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        var past = Math.Min(decay, (1.0 + step) / (10.0 + step));
        foreach (var (average, live) in averaged)
            average.mul_(past).add_(live, alpha: 1 - past);
        foreach (var (copy, live) in copied)
            copy.copy_(live);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in state.Values)
            tensor.Dispose();
    }
}

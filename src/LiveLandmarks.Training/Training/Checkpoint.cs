using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// The whole state of a training after a number of steps. It needs no state of a random generator: batches and their augmentation depend on
/// the seed and the step alone, and the network has no random layer.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>What is trained, and how.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>Number of steps done.</summary>
    public required long Step { get; init; }

    /// <summary>The lowest figure so far, by which checkpoints are compared; infinite before the first figure.</summary>
    public double Best { get; init; } = double.PositiveInfinity;

    /// <summary>The network's state dictionary.</summary>
    public required IReadOnlyList<StoredTensor> Model { get; init; }

    /// <summary>The running average of the state dictionary; empty if none is kept.</summary>
    public required IReadOnlyList<StoredTensor> Average { get; init; }

    /// <summary>The state that the optimizer keeps for each parameter.</summary>
    public required IReadOnlyList<StoredTensor> Optimizer { get; init; }

    /// <summary>The weights to evaluate and export: the average if one is kept, else the latest weights.</summary>
    public IReadOnlyList<StoredTensor> Weights => Average.Count > 0 ? Average : Model;

    /// <summary>Makes the trained network with <see cref="Weights"/>, in evaluation mode.</summary>
    /// <exception cref="TrainingException">The weights do not fit the network.</exception>
    public HeatmapNetwork CreateNetwork()
    {
        var network = Options.CreateNetwork();
        try
        {
            StateTransfer.Load(Weights, network.state_dict());
            network.eval();
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }
}

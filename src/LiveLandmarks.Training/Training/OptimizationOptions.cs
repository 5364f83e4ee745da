using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>The optimizer and its parameters; the defaults are the AWing paper's (section 6.2).</summary>
/// <param name="Kind">Which optimizer.</param>
/// <param name="LearningRate">Learning rate that the schedule scales.</param>
/// <param name="WeightDecay">Pull of every weight towards 0: added to the gradient by RMSprop, decoupled from it by AdamW.</param>
/// <param name="Momentum">Momentum of RMSprop; AdamW has its own and ignores it.</param>
public sealed record OptimizationOptions(
    OptimizerKind Kind = OptimizerKind.RmsProp, double LearningRate = 1e-4, double WeightDecay = 1e-5, double Momentum = 0)
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">The parameters to change.</param>
    internal OptimizerHelper Create(IReadOnlyList<Parameter> parameters) => Kind switch
    {
        OptimizerKind.RmsProp => optim.RMSProp(parameters, LearningRate, weight_decay: WeightDecay, momentum: Momentum),
        OptimizerKind.AdamW => optim.AdamW(parameters, LearningRate, weight_decay: WeightDecay),
        _ => throw new InvalidOperationException($"There is no optimizer {Kind}."),
    };
}

/// <summary>The method that turns gradients into steps.</summary>
public enum OptimizerKind
{
    /// <summary>RMSprop: the AWing paper's choice.</summary>
    RmsProp,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019): learns more in short trainings.</summary>
    AdamW,
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Makes zeros like the parameter, which no scope owns.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();
}

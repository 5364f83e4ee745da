using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Expressions;

/// <summary>A perceptron with two hidden layers: from the features of a face [N, features] to the strengths of movements [N,
/// movements].</summary>
internal sealed class ExpressionNetwork : Module<Tensor, Tensor>
{
    private readonly Linear first, second, last;

    /// <summary>Makes a network.</summary>
    /// <param name="features">Number of inputs.</param>
    /// <param name="width">Units of each hidden layer.</param>
    /// <param name="movements">Number of outputs.</param>
    public ExpressionNetwork(int features, int width, int movements)
        : base(nameof(ExpressionNetwork))
    {
        register_module("first", first = Linear(features, width));
        register_module("second", second = Linear(width, width));
        register_module("last", last = Linear(width, movements));
    }

    /// <summary>The layers in the order in which they are applied, with a rectifier after all but the last.</summary>
    public IReadOnlyList<Linear> Layers => [first, second, last];

    /// <summary>Applies the network.</summary>
    /// <param name="input">Normalized features [N, features].</param>
    /// <returns>Strengths [N, movements], not limited to 0..1.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        using var hidden = functional.relu(second.call(functional.relu(first.call(input))));
        return last.call(hidden).MoveToOuterDisposeScope();
    }
}

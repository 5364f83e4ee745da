using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

public abstract class OptimizerHelper : Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);

    private protected OptimizerHelper()
    {
    }

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var parameter in parameters())
            result.State.Add(_states[parameter]);
        return result;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        foreach (var state in _states.Values)
            (state as IDisposable)?.Dispose();
        _states.Clear();
    }

    /// <summary>Adds parameters with their options, and a fresh state for each of them.</summary>
    private protected void Add(
        IEnumerable<Parameter> parameters, OptimizerOptions options, Func<Parameter, OptimizerState> createState)
    {
        var group = new ParamGroup { Parameters = parameters.ToList(), Options = options };
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
            _states[parameter] = createState(parameter);
    }

    /// <summary>Updates the parameters that have a gradient; what the update makes on the way is disposed of.</summary>
    private protected Tensor? Step<TOptions, TState>(
        Action<TOptions, Parameter, TState, Tensor> update, Func<Tensor>? closure)
        where TOptions : OptimizerOptions
        where TState : OptimizerState
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var recording = enable_grad();
            loss = closure();
        }

        using var mode = no_grad();
        foreach (var group in _parameter_groups)
            foreach (var parameter in group.Parameters)
            {
                using var scope = NewDisposeScope();
                if (parameter.grad is { } gradient)
                    update((TOptions)group.Options, parameter, (TState)_states[parameter], gradient);
            }

        return loss;
    }
}

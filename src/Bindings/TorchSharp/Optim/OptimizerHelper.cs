using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

public abstract class OptimizerHelper : Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);

    protected OptimizerOptions _defaults = new();

    private protected OptimizerHelper()
    {
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        var state = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(state.Options.Count);
        writer.Encode(state.State.Count);
        foreach (var options in state.Options)
            options.SaveStateDict(writer);
        foreach (var parameterState in state.State)
            parameterState.SaveStateDict(writer);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var type = reader.ReadString();
        if (type != GetType().Name)
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{type}' in the loaded stream.");

        var state = state_dict();
        CheckCounts(state, reader.Decode(), reader.Decode());
        foreach (var options in state.Options)
            options.LoadStateDict(reader);
        foreach (var parameterState in state.State)
            parameterState.LoadStateDict(reader);
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
            if (own.Options[i] != state_dict.Options[i])
                own.Options[i].LoadStateDict(state_dict.Options[i]);
        for (var i = 0; i < own.State.Count; i++)
            if (own.State[i] != state_dict.State[i])
                own.State[i].LoadStateDict(state_dict.State[i]);
    }

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            result.Options.Add(group.Options);
            var indices = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                indices.Add(result.State.Count);
                result.State.Add(_states[parameter]);
            }

            result.StateIndexRef.Add(indices);
        }

        return result;
    }

    public void to(Device device)
    {
        foreach (var state in _states.Values)
            state.to(device);
    }

    public override IEnumerable<Parameter> parameters() => base.parameters();

    public override void zero_grad() => base.zero_grad();

    public override void add_param_group(ParamGroup param_group) => base.add_param_group(param_group);

    private protected void ReleaseStates()
    {
        foreach (var state in _states.Values)
            (state as IDisposable)?.Dispose();
        _states.Clear();
    }

    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var recording = enable_grad();
            loss = loss_closure();
        }

        using var mode = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
            body((T)group);
        return loss;
    }

    /// <summary>Adds a group whose options are complete, with a fresh state for each of its parameters.</summary>
    private protected void AddGroup(ParamGroup group, Func<Parameter, OptimizerState> createState)
    {
        group.InitialLearningRate = group.LearningRate;
        group.Parameters = group.Parameters.ToList();
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var state = createState(parameter);
            _states[parameter] = state;
            state.Initialize(group.Options);
        }
    }

    /// <summary>Gets the state of the parameters that have a gradient; the caller's scope owns the gradients.</summary>
    private protected IEnumerable<(Parameter Parameter, TState State, Tensor Gradient)> WithGradients<TState>(
        ParamGroup group, bool maximize)
        where TState : OptimizerState
    {
        foreach (var parameter in group.Parameters)
            if (parameter.grad is { } gradient)
                yield return (parameter, (TState)_states[parameter], maximize ? -gradient : gradient);
    }

    private static void CheckCounts(StateDictionary state, long groups, long states)
    {
        if (groups != state.Options.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        if (states != state.State.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
    }
}

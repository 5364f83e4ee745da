using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>The state that an optimizer keeps for each parameter, as named tensors: <c>12.square_avg</c> belongs to parameter number
/// 12.</summary>
internal static class OptimizerMemory
{
    /// <summary>Copies the state.</summary>
    /// <param name="optimizer">An RMSprop or AdamW.</param>
    public static IReadOnlyList<StoredTensor> Store(OptimizerHelper optimizer)
    {
        var stored = new List<StoredTensor>();
        var states = optimizer.state_dict().State;
        for (var i = 0; i < states.Count; i++)
        {
            var prefix = i.ToString(CultureInfo.InvariantCulture);
            stored.Add(new StoredTensor($"{prefix}.step", [], new[] { StepOf(states[i]) }));
            stored.AddRange(Tensors(states[i]).Select(entry => StoredTensor.From($"{prefix}.{entry.Name}", entry.Tensor)));
        }
        return stored;
    }

    /// <summary>Restores the state.</summary>
    /// <param name="optimizer">An optimizer of the same kind, for the same parameters.</param>
    /// <param name="stored">What <see cref="Store"/> returned.</param>
    /// <exception cref="TrainingException">The state belongs to another optimizer or another network.</exception>
    public static void Restore(OptimizerHelper optimizer, IReadOnlyList<StoredTensor> stored)
    {
        var byName = stored.ToDictionary(tensor => tensor.Name);
        var states = optimizer.state_dict().State;
        for (var i = 0; i < states.Count; i++)
        {
            SetStep(states[i], ((long[])Find($"{i}.step").Values)[0]);
            foreach (var (name, tensor) in Tensors(states[i]))
                Find($"{i}.{name}").CopyTo(tensor);
        }

        StoredTensor Find(string name) => byName.TryGetValue(name, out var tensor)
            ? tensor
            : throw new TrainingException($"The checkpoint belongs to another optimizer: it has no {name}.");
    }

    private static (string Name, Tensor Tensor)[] Tensors(OptimizerState state) => state switch
    {
        RMSProp.State { momentum_buffer: { } momentum } s => [("square_avg", s.square_avg), ("momentum_buffer", momentum)],
        RMSProp.State s => [("square_avg", s.square_avg)],
        AdamW.State s => [("exp_avg", s.exp_avg), ("exp_avg_sq", s.exp_avg_sq)],
        _ => throw new NotSupportedException($"The state of a {state.GetType()} is not supported."),
    };

    private static long StepOf(OptimizerState state) => state switch
    {
        RMSProp.State s => s.step,
        AdamW.State s => s.step,
        _ => throw new NotSupportedException($"The state of a {state.GetType()} is not supported."),
    };

    private static void SetStep(OptimizerState state, long step)
    {
        if (state is RMSProp.State rmsProp)
            rmsProp.step = step;
        else if (state is AdamW.State adamW)
            adamW.step = step;
    }
}

using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>What an optimizer remembers of each parameter, as named tensors: <c>12.square_avg</c> belongs to the parameter number
/// 12.</summary>
internal static class OptimizerMemory
{
    /// <summary>Copies it.</summary>
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

    /// <summary>Puts it back.</summary>
    /// <param name="optimizer">An optimizer of the same kind, for the same parameters.</param>
    /// <param name="stored">What <see cref="Store"/> returned.</param>
    /// <exception cref="TrainingException">It is of another optimizer or another network.</exception>
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
            : throw new TrainingException($"The checkpoint is of another optimizer: it has no {name}.");
    }

    private static (string Name, Tensor Tensor)[] Tensors(OptimizerState state) => state switch
    {
        RMSProp.State { momentum_buffer: { } momentum } s => [("square_avg", s.square_avg), ("momentum_buffer", momentum)],
        RMSProp.State s => [("square_avg", s.square_avg)],
        AdamW.State s => [("exp_avg", s.exp_avg), ("exp_avg_sq", s.exp_avg_sq)],
        _ => throw new NotSupportedException($"The memory of {state.GetType()} is not known."),
    };

    private static long StepOf(OptimizerState state) => state switch
    {
        RMSProp.State s => s.step,
        AdamW.State s => s.step,
        _ => throw new NotSupportedException($"The memory of {state.GetType()} is not known."),
    };

    private static void SetStep(OptimizerState state, long step)
    {
        if (state is RMSProp.State rmsProp)
            rmsProp.step = step;
        else if (state is AdamW.State adamW)
            adamW.step = step;
    }
}

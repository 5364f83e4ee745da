using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>Copies whole state dictionaries out of torch and back.</summary>
internal static class StateTransfer
{
    private const int NamesShown = 5;

    /// <summary>Copies all values.</summary>
    public static IReadOnlyList<StoredTensor> Store(IEnumerable<KeyValuePair<string, Tensor>> state) =>
        [.. state.Select(entry => StoredTensor.From(entry.Key, entry.Value))];

    /// <summary>Writes stored values into the tensors of the same names.</summary>
    /// <param name="stored">The values.</param>
    /// <param name="state">The tensors to write to.</param>
    /// <exception cref="TrainingException">A name is missing on one side, or a shape differs; if names differ, nothing is
    /// written.</exception>
    public static void Load(IReadOnlyList<StoredTensor> stored, IReadOnlyDictionary<string, Tensor> state)
    {
        var names = stored.Select(tensor => tensor.Name).ToHashSet();
        var missing = state.Keys.Where(name => !names.Contains(name)).ToList();
        var unknown = names.Where(name => !state.ContainsKey(name)).ToList();
        if (missing.Count > 0 || unknown.Count > 0)
            throw new TrainingException($"The weights fit another network: {Listed("missing", missing)}; {Listed("unknown", unknown)}.");
        foreach (var tensor in stored)
            tensor.CopyTo(state[tensor.Name]);
    }

    private static string Listed(string what, List<string> names) => names.Count <= NamesShown
        ? $"{names.Count} {what} [{string.Join(", ", names)}]"
        : $"{names.Count} {what} [{string.Join(", ", names.Take(NamesShown))}, ...]";
}

using System.Diagnostics.CodeAnalysis;

namespace LiveLandmarks.Training.Import;

/// <summary>A state dictionary: the weights and statistics of a network by name, in the order of the file.</summary>
public sealed class WeightTable
{
    // PyTorch counts the batches that a normalization has seen; inference does not use it and versions before 0.4.1 lack it.
    private const string BatchCounter = "num_batches_tracked";
    private const int Shown = 8;

    private readonly Dictionary<string, NamedTensor> byName = new(StringComparer.Ordinal);

    /// <summary>Makes a table.</summary>
    /// <param name="source">Where the weights come from, for messages: a file's path.</param>
    /// <param name="tensors">The entries.</param>
    /// <exception cref="WeightsException">Two entries have the same name, or an entry's data does not fill its shape.</exception>
    public WeightTable(string source, IEnumerable<NamedTensor> tensors)
    {
        Source = source;
        foreach (var tensor in tensors)
        {
            if (tensor.Shape.Aggregate(1L, (product, n) => product * n) != tensor.Data.Length)
                throw new WeightsException(
                    $"{source}: '{tensor.Name}' has {tensor.Data.Length} elements, which do not fill the shape {tensor.ShapeText}.");
            if (!byName.TryAdd(tensor.Name, tensor))
                throw new WeightsException($"{source}: '{tensor.Name}' occurs twice; save the state dictionary of one network.");
        }
        Tensors = [.. byName.Values];
    }

    /// <summary>Where the weights come from.</summary>
    public string Source { get; }

    /// <summary>All entries in the order of the file.</summary>
    public IReadOnlyList<NamedTensor> Tensors { get; }

    /// <summary>Number of weights, in millions; running statistics do not count.</summary>
    public double ParametersInMillions =>
        1e-6 * Tensors.Where(tensor => !IsStatistic(tensor.Name)).Sum(tensor => (double)tensor.Data.Length);

    /// <summary>The entry of a name.</summary>
    /// <param name="name">Its key.</param>
    /// <exception cref="WeightsException">No entry has this name.</exception>
    public NamedTensor this[string name] => byName.TryGetValue(name, out var tensor)
        ? tensor
        : throw new WeightsException($"{Source}: there is no '{name}'; these weights belong to another network.");

    /// <summary>Finds the entry of a name.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="tensor">The entry.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out NamedTensor? tensor) => byName.TryGetValue(name, out tensor);

    /// <summary>Compares names and dimensions with those of a network. A missing batch counter does not count.</summary>
    /// <param name="expected">Dimensions by name.</param>
    public WeightDifferences Compare(IReadOnlyDictionary<string, long[]> expected) => new(
        [.. expected.Keys.Where(name => !byName.ContainsKey(name) && !name.EndsWith(BatchCounter, StringComparison.Ordinal))],
        [.. Tensors.Select(tensor => tensor.Name).Where(name => !expected.ContainsKey(name))],
        [
            .. Tensors
                .Where(tensor => expected.TryGetValue(tensor.Name, out var shape) && !shape.AsSpan().SequenceEqual(tensor.Shape))
                .Select(tensor => $"{tensor.Name}: {tensor.ShapeText}, expected {NamedTensor.Describe(expected[tensor.Name])}"),
        ]);

    /// <summary>Checks that names and dimensions are those of a network.</summary>
    /// <param name="expected">Dimensions by name.</param>
    /// <exception cref="WeightsException">They differ; the message names the first differences.</exception>
    public void Check(IReadOnlyDictionary<string, long[]> expected)
    {
        var differences = Compare(expected);
        if (differences.None)
            return;
        var lines = differences.Lines.ToList();
        var rest = lines.Count > Shown ? $"; and {lines.Count - Shown} more" : "";
        throw new WeightsException(
            $"{Source}: the weights are not those of this network ({differences.Missing.Count} missing, {differences.Unknown.Count} " +
                "unknown, "
            + $"{differences.Mismatched.Count} of another shape): {string.Join("; ", lines.Take(Shown))}{rest}.");
    }

    private static bool IsStatistic(string name) =>
        name.EndsWith(".running_mean", StringComparison.Ordinal)
        || name.EndsWith(".running_var", StringComparison.Ordinal)
        || name.EndsWith(BatchCounter, StringComparison.Ordinal);
}

/// <summary>How a state dictionary differs from a network's.</summary>
/// <param name="Missing">Names that only the network has.</param>
/// <param name="Unknown">Names that only the dictionary has.</param>
/// <param name="Mismatched">Names of both, with different dimensions: <c>name: [have], expected [want]</c>.</param>
public sealed record WeightDifferences(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, IReadOnlyList<string> Mismatched)
{
    /// <summary>Whether there are no differences.</summary>
    public bool None => Missing.Count + Unknown.Count + Mismatched.Count == 0;

    /// <summary>Every difference, one line each.</summary>
    public IEnumerable<string> Lines =>
        Missing.Select(name => $"missing: {name}")
            .Concat(Unknown.Select(name => $"unknown: {name}"))
            .Concat(Mismatched.Select(entry => $"shape: {entry}"));
}

using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

/// <summary>
/// Pseudorandom numbers from a formula, so that a test and a Python script can use the same weights without a file:
/// the fraction of sin(12.9898 i + 78.233 t) 43758.5453 for element i of tensor t.
/// </summary>
internal static class FormulaWeights
{
    public static float[] Uniform(int count, int tensor) =>
        [.. Enumerable.Range(0, count).Select(i => (float)Fraction(Math.Sin(i * 12.9898 + tensor * 78.233) * 43758.5453))];

    /// <summary>Sets all weights and statistics. Tensors are numbered in ordinal order of their names.</summary>
    public static void Fill(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        var state = network.state_dict().Where(entry => !entry.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        for (var t = 0; t < state.Count; t++)
        {
            var (name, values) = state[t];
            var shape = values.shape;
            var count = (int)shape.Aggregate(1L, (product, size) => product * size);
            var (center, range) = name.EndsWith("running_var", StringComparison.Ordinal) ? (1, 0.5)
                : shape.Length == 4 ? (0, Math.Sqrt(1.0 / (shape[1] * shape[2] * shape[3])))
                : name.EndsWith("weight", StringComparison.Ordinal) ? (1, 0.5)
                : (0, 0.2);
            var tensorNumber = t;
            values.copy_(tensor(
                [.. Enumerable.Range(0, count).Select(
                    i => (float)(center + range * (2 * Fraction(Math.Sin(i * 12.9898 + tensorNumber * 78.233) * 43758.5453) - 1)))],
                shape));
        }
    }

    private static double Fraction(double value) => value - Math.Floor(value);
}

using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Tests.Export;

/// <summary>Weights and inputs from a formula, so that another implementation can use the same values.</summary>
internal static class SineWeights
{
    /// <summary>
    /// The weights. For element j, s = sin(0.7 j + 1.3 h), where h is the sum of (i + 1) · character i of the name, modulo 1000.
    /// Variances are 1 + 0.5 s, vectors named weight 1 + 0.3 s, other vectors 0.1 s, kernels s / √(elements per output).
    /// </summary>
    public static WeightTable For(IReadOnlyDictionary<string, long[]> shapes) =>
        new("sine", shapes.Select(entry => new NamedTensor(entry.Key, entry.Value, Fill(entry.Key, entry.Value))));

    /// <summary>The input; element j is 0.5 + 0.5 sin(0.37 j).</summary>
    public static float[] Input(int length) => [.. Enumerable.Range(0, length).Select(j => (float)(0.5 + 0.5 * Math.Sin(0.37 * j)))];

    /// <summary>A small network: width 8, depth 2, 3 landmarks, pictures of 32 × 32.</summary>
    public static HourglassLayout Small(int stacks, bool boundary = true) => new(stacks, 2, 8, 8, 4, 3, boundary) { InputSize = 32 };

    private static float[] Fill(string name, long[] shape)
    {
        var phase = 1.3 * (name.Select((character, i) => character * (i + 1)).Sum() % 1000);
        var count = (int)shape.Aggregate(1L, (product, n) => product * n);
        var (offset, factor) = shape.Length switch
        {
            0 => (0, 0),
            1 when name.EndsWith("running_var", StringComparison.Ordinal) => (1, 0.5),
            1 when name.EndsWith("weight", StringComparison.Ordinal) => (1, 0.3),
            1 => (0, 0.1),
            _ => (0, 1 / Math.Sqrt(count / (double)shape[0])),
        };
        return [.. Enumerable.Range(0, count).Select(j => (float)(offset + factor * Math.Sin(0.7 * j + phase)))];
    }
}

using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Export;

/// <summary>Converts between the weights of a checkpoint and a <see cref="WeightTable"/>, whose elements are all floats.</summary>
internal static class StoredWeights
{
    private const string Counter = "num_batches_tracked";

    /// <summary>The weights of a checkpoint as a table.</summary>
    /// <param name="stored">The weights.</param>
    /// <param name="source">Where they come from, for messages.</param>
    public static WeightTable ToTable(this IEnumerable<StoredTensor> stored, string source) => new(source, stored.Select(tensor =>
        new NamedTensor(tensor.Name, tensor.Shape, tensor.Values as float[]
            ?? Array.ConvertAll((long[])tensor.Values, value => (float)value))));

    /// <summary>The weights of a table in the form of a checkpoint.</summary>
    public static IReadOnlyList<StoredTensor> ToStored(this WeightTable table) =>
    [
        .. table.Tensors.Select(tensor => new StoredTensor(
            tensor.Name, tensor.Shape, tensor.Name.EndsWith(Counter, StringComparison.Ordinal)
            ? Array.ConvertAll(tensor.Data, value => (long)value)
            : tensor.Data)),
    ];
}

using LiveLandmarks.Training.Import.Pickle;

namespace LiveLandmarks.Training.Import.Torch;

/// <summary>The only names that a checkpoint's pickle may use, and what they make.</summary>
internal static class TorchConstructors
{
    public static IReadOnlyDictionary<string, PickleConstructor> All { get; } = new PickleConstructor[]
    {
        new("collections.OrderedDict", arguments => arguments.Length == 0 ? new PickleDictionary() : null),
        new("torch._utils._rebuild_tensor_v2", RebuildTensor),
        new("torch._utils._rebuild_parameter", RebuildParameter),
        new("torch.nn.parameter.Parameter", RebuildParameter),
        Storage("torch.FloatStorage"),
        Storage("torch.HalfStorage"),
        Storage("torch.DoubleStorage"),
        Storage("torch.LongStorage"),
        Storage("torch.IntStorage"),
        Storage("torch.BoolStorage"),
    }.ToDictionary(constructor => constructor.Name, StringComparer.Ordinal);

    /// <summary>Type of a storage's elements by the name of its class; null for another object.</summary>
    public static ElementType? TypeOf(object? storageClass) => (storageClass as PickleConstructor)?.Name switch
    {
        "torch.FloatStorage" => ElementType.Float,
        "torch.HalfStorage" => ElementType.Half,
        "torch.DoubleStorage" => ElementType.Double,
        "torch.LongStorage" => ElementType.Long,
        "torch.IntStorage" => ElementType.Int,
        "torch.BoolStorage" => ElementType.Bool,
        _ => null,
    };

    // A storage's class is named, never called.
    private static PickleConstructor Storage(string name) => new(name, _ => null);

    // storage, offset, shape, strides, whether it requires gradients, hooks, and in newer versions metadata.
    private static TensorReference? RebuildTensor(object?[] arguments) =>
        arguments is [StorageReference storage, long offset, object?[] shape, object?[] strides, ..]
        && Longs(shape) is { } dimensions
        && Longs(strides) is { } steps
            ? TensorReference.Create(storage, offset, dimensions, steps)
            : null;

    // A tensor, whether it requires gradients, hooks.
    private static TensorReference? RebuildParameter(object?[] arguments) => arguments is [TensorReference tensor, ..] ? tensor : null;

    private static long[]? Longs(object?[] values) => values.All(value => value is long) ? [.. values.Cast<long>()] : null;
}

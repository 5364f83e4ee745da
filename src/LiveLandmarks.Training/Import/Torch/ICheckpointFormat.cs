namespace LiveLandmarks.Training.Import.Torch;

/// <summary>One of the two formats of PyTorch's checkpoints, opened.</summary>
internal interface ICheckpointFormat : IDisposable
{
    /// <summary>Reads the saved object: dictionaries, lists, tuples, numbers, strings and <see cref="TensorReference"/>s. To be called
    /// once, first.</summary>
    object? ReadObject();

    /// <summary>Reads the elements of the storages given, each only once.</summary>
    /// <param name="wanted">Storages that the object refers to, by key.</param>
    IEnumerable<(StorageReference Storage, float[] Elements)> ReadStorages(IReadOnlyDictionary<string, StorageReference> wanted);
}

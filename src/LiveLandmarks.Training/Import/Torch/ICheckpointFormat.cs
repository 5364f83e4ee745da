namespace LiveLandmarks.Training.Import.Torch;

/// <summary>An open checkpoint in one of PyTorch's two formats.</summary>
internal interface ICheckpointFormat : IDisposable
{
    /// <summary>Reads the saved object: dictionaries, lists, tuples, numbers, strings and <see cref="TensorReference"/>s. Call it once,
    /// before <see cref="ReadStorages"/>.</summary>
    object? ReadObject();

    /// <summary>Reads the elements of the given storages, each once.</summary>
    /// <param name="wanted">Storages that the object refers to, by key.</param>
    IEnumerable<(StorageReference Storage, float[] Elements)> ReadStorages(IReadOnlyDictionary<string, StorageReference> wanted);
}

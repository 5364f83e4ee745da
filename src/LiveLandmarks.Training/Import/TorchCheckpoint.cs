using LiveLandmarks.Training.Import.Pickle;
using LiveLandmarks.Training.Import.Torch;

namespace LiveLandmarks.Training.Import;

/// <summary>
/// Reads PyTorch checkpoints, the zip format and the legacy one, without running any of the code that a pickle can carry.
/// The saved object is a state dictionary, or a dictionary with one under <c>state_dict</c>.
/// </summary>
public static class TorchCheckpoint
{
    /// <summary>Largest file accepted, in bytes (2 GiB).</summary>
    public const long MaximumLength = 2L << 30;

    private const string StateDictionary = "state_dict";
    private const string DataParallelPrefix = "module.";

    /// <summary>Reads the weights of a checkpoint. The prefix <c>module.</c> of data-parallel training is removed from the names.</summary>
    /// <param name="path">The file, usually <c>.pth</c> or <c>.pt</c>.</param>
    /// <returns>The weights as floats, whatever type they had.</returns>
    /// <exception cref="WeightsException">
    /// The file cannot be read, is not a checkpoint, is truncated, or holds something other than a state dictionary.
    /// </exception>
    public static WeightTable Read(string path)
    {
        try
        {
            using var format = Open(path);
            var tensors = FindTensors(format.ReadObject(), path);
            return new WeightTable(path, Materialise(format, tensors, path));
        }
        catch (InvalidDataException e)
        {
            throw new WeightsException($"{path}: the archive is damaged or truncated; copy or download it again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WeightsException($"{path}: the checkpoint cannot be read: {e.Message}", e);
        }
    }

    private static ICheckpointFormat Open(string path)
    {
        var stream = File.OpenRead(path);
        try
        {
            if (stream.Length > MaximumLength)
                throw new WeightsException($"{path}: {stream.Length >> 20} MiB; checkpoints over {MaximumLength >> 20} MiB are refused.");
            var head = new byte[4];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            if (head.AsSpan(0, length).SequenceEqual(ZipFormat.Signature))
                return new ZipFormat(stream, path);
            if (head.AsSpan(0, length).SequenceEqual(LegacyFormat.Signature))
                return new LegacyFormat(stream, path);
            throw new WeightsException($"{path}: not a PyTorch checkpoint: neither the zip format nor the legacy one starts like this.");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static List<(string Name, TensorReference Tensor)> FindTensors(object? saved, string path)
    {
        if (saved is not PickleDictionary dictionary)
            throw new WeightsException(
                $"{path}: the saved object is not a dictionary; save the state dictionary, torch.save(model.state_dict(), path).");
        var state = dictionary.Find(StateDictionary) as PickleDictionary ?? dictionary;
        List<(string, TensorReference)> tensors = [];
        foreach (var (name, value) in state.Entries)
        {
            if (value is not TensorReference tensor)
                throw new WeightsException(
                    $"{path}: entry '{name}' is not a tensor; save the state dictionary, torch.save(model.state_dict(), path).");
            tensors.Add((name.StartsWith(DataParallelPrefix, StringComparison.Ordinal) ? name[DataParallelPrefix.Length..] : name, tensor));
        }
        return tensors.Count > 0 ? tensors : throw new WeightsException($"{path}: the state dictionary is empty.");
    }

    private static NamedTensor[] Materialise(ICheckpointFormat format, List<(string Name, TensorReference Tensor)> tensors, string path)
    {
        var elements = tensors.Aggregate(0L, (sum, entry) => sum + entry.Tensor.Count);
        if (elements > MaximumLength / sizeof(float))
            throw new WeightsException(
                $"{path}: its tensors have {elements} elements, more than a file of {MaximumLength >> 20} MiB can hold; refused.");

        var byStorage = tensors.Select((entry, index) => (entry.Tensor, index)).ToLookup(entry => entry.Tensor.Storage.Key);
        var storages = byStorage.ToDictionary(group => group.Key, group => group.First().Tensor.Storage, StringComparer.Ordinal);
        var named = new NamedTensor[tensors.Count];
        foreach (var (storage, values) in format.ReadStorages(storages))
        {
            foreach (var (tensor, index) in byStorage[storage.Key])
            {
                if (tensor.Storage != storage)
                    throw new WeightsException($"{path}: storage '{storage.Key}' is declared with two sizes or types; refused.");
                named[index] = new NamedTensor(tensors[index].Name, tensor.Shape, tensor.Gather(values));
            }
        }
        return named;
    }
}

using System.Globalization;
using System.Numerics;
using LiveLandmarks.Training.Import.Pickle;

namespace LiveLandmarks.Training.Import.Torch;

/// <summary>
/// The format of PyTorch before 1.6, and of <c>_use_new_zipfile_serialization=False</c>: pickles of a magic number, the format's version,
/// facts about the machine, the object, and the storages' keys, then each storage's count (8 bytes) and elements
/// (torch/serialization.py, <c>_legacy_save</c>).
/// </summary>
internal sealed class LegacyFormat : ICheckpointFormat
{
    /// <summary>The first bytes of such a file: protocol 2 and a number of 10 bytes.</summary>
    public static ReadOnlySpan<byte> Signature => [0x80, 2, 0x8a, 10];

    private static readonly BigInteger Magic =
        BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private const long Version = 1001;

    private readonly Stream stream;
    private readonly string path;
    private readonly PickleInput input;
    private readonly Dictionary<string, StorageReference> mentioned = new(StringComparer.Ordinal);

    public LegacyFormat(Stream stream, string path)
    {
        (this.stream, this.path) = (stream, path);
        input = new PickleInput(stream, path);
    }

    public object? ReadObject()
    {
        if (ReadPlain() is not BigInteger magic || magic != Magic)
            throw new WeightsException($"{path}: not a PyTorch checkpoint: it has another magic number.");
        if (ReadPlain() is not Version)
            throw new WeightsException(
                $"{path}: a checkpoint of an unknown version of the legacy format; load and save it once with a current PyTorch.");
        var machine = ReadPlain() as PickleDictionary;
        if (machine?.Find("little_endian") is not true)
            throw new WeightsException($"{path}: saved on a big-endian machine; load and save it on a little-endian one.");
        return new PickleReader(input, TorchConstructors.All, Storage).Read();
    }

    public IEnumerable<(StorageReference Storage, float[] Elements)> ReadStorages(IReadOnlyDictionary<string, StorageReference> wanted)
    {
        if (ReadPlain() is not List<object?> keys)
            throw Malformed("no list of storages");
        var left = new HashSet<string>(wanted.Keys, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            // The element size is known only for storages that the object refers to.
            if (key is not string name || !mentioned.TryGetValue(name, out var storage))
                throw Malformed("a storage that no tensor uses");
            // Storages of an optimizer are skipped, but read, so that a truncated file is noticed.
            var elements = ReadElements(storage);
            if (left.Remove(name))
                yield return (storage, elements);
        }
        if (left.Count > 0)
            throw Malformed("tensors whose storages are missing");
    }

    public void Dispose() => stream.Dispose();

    // storage, its class, key, device, number of elements, and the storage that it views: always None since 0.4.
    private StorageReference? Storage(object? identifier)
    {
        if (identifier is not object?[] parts
            || parts is not ["storage", var type, string key, string, long and >= 0 and var count, null]
            || TorchConstructors.TypeOf(type) is not { } element)
        {
            return null;
        }
        var storage = new StorageReference(key, element, count);
        return mentioned.TryAdd(key, storage) || mentioned[key] == storage ? storage : null;
    }

    private object? ReadPlain() => new PickleReader(input, TorchConstructors.All, _ => null).Read();

    private float[] ReadElements(StorageReference storage)
    {
        Span<byte> head = stackalloc byte[sizeof(long)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            throw StorageBytes.Truncated(path);
        if (BitConverter.ToInt64(head) != storage.Count)
            throw Malformed($"storage '{storage.Key}' of another size than its tensors say");
        return StorageBytes.Read(stream, storage, stream.Length - stream.Position, path);
    }

    private WeightsException Malformed(string what) => new($"{path}: not a whole PyTorch checkpoint: {what}; copy or download it again.");
}

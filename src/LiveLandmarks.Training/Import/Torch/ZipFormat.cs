using System.IO.Compression;
using LiveLandmarks.Training.Import.Pickle;

namespace LiveLandmarks.Training.Import.Torch;

/// <summary>
/// The format since PyTorch 1.6: an uncompressed zip archive with one folder that holds <c>data.pkl</c>, each storage as
/// <c>data/KEY</c>, and since 2.1 <c>byteorder</c> (torch/serialization.py, <c>_save</c>).
/// </summary>
internal sealed class ZipFormat : ICheckpointFormat
{
    private const string ObjectName = "data.pkl";
    private const int LongestNote = 64;

    private readonly Stream stream;
    private readonly string path;
    private readonly ZipArchive archive;
    private readonly ZipArchiveEntry pickle;
    private readonly string folder;

    public ZipFormat(Stream stream, string path)
    {
        (this.stream, this.path) = (stream, path);
        archive = new ZipArchive(stream, ZipArchiveMode.Read);
        pickle = archive.Entries.FirstOrDefault(entry => entry.Name == ObjectName)
            ?? throw new WeightsException($"{path}: a zip archive, but not a PyTorch checkpoint: it holds no {ObjectName}.");
        folder = pickle.FullName[..^ObjectName.Length];
    }

    /// <summary>The first bytes of such a file.</summary>
    public static ReadOnlySpan<byte> Signature => "PK\x3\x4"u8;

    public object? ReadObject()
    {
        if (archive.GetEntry(folder + "byteorder") is { Length: < LongestNote } note)
        {
            using var reader = new StreamReader(Open(note));
            if (reader.ReadToEnd().Trim() != "little")
                throw new WeightsException($"{path}: saved on a big-endian machine; load and save it on a little-endian one.");
        }
        using var content = new BufferedStream(Open(pickle));
        return new PickleReader(new PickleInput(content, path), TorchConstructors.All, Storage).Read();
    }

    public IEnumerable<(StorageReference Storage, float[] Elements)> ReadStorages(IReadOnlyDictionary<string, StorageReference> wanted)
    {
        foreach (var storage in wanted.Values)
        {
            var entry = archive.GetEntry($"{folder}data/{storage.Key}")
                ?? throw new WeightsException($"{path}: storage '{storage.Key}' is missing; copy or download the checkpoint again.");
            using var content = Open(entry);
            yield return (storage, StorageBytes.Read(content, storage, entry.Length, path));
        }
    }

    public void Dispose()
    {
        archive.Dispose();
        stream.Dispose();
    }

    // storage, its class, key, device, number of elements.
    private static StorageReference? Storage(object? identifier) =>
        identifier is object?[] parts
        && parts is ["storage", var type, string key, string, long and >= 0 and var count]
        && TorchConstructors.TypeOf(type) is { } element
            ? new StorageReference(key, element, count)
            : null;

    // PyTorch stores without compression, so an entry that claims to be larger than the file is an attack.
    private Stream Open(ZipArchiveEntry entry) =>
        entry.CompressedLength == entry.Length && entry.Length <= stream.Length
            ? entry.Open()
            : throw new WeightsException(
                $"{path}: '{entry.FullName}' is compressed; PyTorch's own checkpoints are not. Save it with torch.save.");
}

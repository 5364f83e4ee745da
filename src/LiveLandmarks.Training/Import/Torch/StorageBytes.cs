namespace LiveLandmarks.Training.Import.Torch;

/// <summary>Reads a storage's bytes, after checking that the file can hold them.</summary>
internal static class StorageBytes
{
    /// <summary>Reads a storage.</summary>
    /// <param name="stream">A stream at the start of the storage.</param>
    /// <param name="storage">The storage.</param>
    /// <param name="available">Bytes left in the file; no more than these are allocated.</param>
    /// <param name="path">The file's path for messages.</param>
    public static float[] Read(Stream stream, StorageReference storage, long available, string path)
    {
        if (storage.Count > available / storage.ElementSize)
            throw Truncated(path);
        if (storage.Count > int.MaxValue / sizeof(double))
            throw new WeightsException(
                $"{path}: a storage of {storage.Count} elements is refused; this reader takes at most {int.MaxValue / sizeof(double)}.");
        var bytes = new byte[storage.Count * storage.ElementSize];
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? StorageElements.ToFloats(storage.Type, bytes)
            : throw Truncated(path);
    }

    public static WeightsException Truncated(string path) => new($"{path}: the checkpoint is truncated; copy or download it again.");
}
